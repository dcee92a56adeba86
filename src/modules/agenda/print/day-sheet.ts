import { capitalised } from '#platform/french/index.ts';
import { createDocument, type PaperIdentity } from '#platform/pdf/index.ts';

export interface DaySheet {
  /** « mercredi 18 mars 2026 » */
  title: string;
  rows: readonly { time: string; title: string; place: string; people: string; contact: string }[];
}

/** What happens on a day, to carry along and write on. */
export async function drawDaySheet(
  { title, rows }: DaySheet,
  identity: PaperIdentity,
  date: Temporal.Instant,
): Promise<Uint8Array> {
  const doc = await createDocument({ title: `Feuille du jour, ${title}`, identity, date });
  doc.heading(capitalised(title), { level: 1 });
  if (rows.length === 0) doc.paragraph('Rien à l’agenda ce jour-là.');
  else
    doc.table({
      caption: `Rendez-vous du ${title}`,
      grid: true,
      rowHeight: 46,
      columns: [
        { label: 'Heure', share: 1.1 },
        { label: 'Rendez-vous', share: 3, isHeader: true },
        { label: 'Lieu', share: 2.2 },
        { label: 'Inscrits', share: 1.1 },
        { label: 'Contact', share: 1.8 },
        { label: 'Notes', share: 2 },
      ],
      rows: rows.map(({ time, title: event, place, people, contact }) => [time, event, place, people, contact, '']),
    });
  return doc.finish();
}
