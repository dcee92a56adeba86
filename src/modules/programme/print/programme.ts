import { createDocument, type PaperIdentity } from '#platform/pdf/index.ts';
import { capitalised, formatDate, formatTime } from '#platform/french/index.ts';
import { slotKindFacts, type SlotKind } from '../domain/slot-kinds.ts';
import type { Stretch } from '../domain/stretch.ts';

export interface PrintedSlot extends Stretch {
  title: string;
  kind: SlotKind;
  room: string;
  brief: string;
  speakers: readonly { name: string; organization: string }[];
}

export interface PrintedProgramme {
  title: string;
  intro: string;
  /** What one person keeps, rather than the whole day. */
  isChoice: boolean;
  slots: readonly PrintedSlot[];
  stands: readonly { name: string; mark: string; activity: string }[];
  href: string;
}

/** The programme to hand out: a table a day, then who holds a stand. */
export async function drawProgramme(
  { title, intro, isChoice, slots, stands, href }: PrintedProgramme,
  identity: PaperIdentity,
  date: Temporal.Instant,
): Promise<Uint8Array> {
  const doc = await createDocument({ title: `Programme, ${title}`, identity, date });
  doc.columns([5, 1], (column, at) => {
    if (at === 1) column.qr(href, { size: 74, align: 'right', caption: null });
    else {
      column.heading(title, { level: 1 });
      column.paragraph(isChoice ? 'Ma sélection' : 'Le programme', { size: 15, bold: true, after: 4 });
      if (intro) column.paragraph(intro);
    }
  });
  doc.gap(6);
  for (const [day, ofDay] of Map.groupBy(slots, ({ starts }) => starts.toPlainDate().toString())) {
    const told = capitalised(formatDate(Temporal.PlainDate.from(day), { weekday: true }));
    doc.heading(told, { level: 2 });
    doc.table({
      caption: `Programme du ${told}`,
      columns: [
        { label: 'Heure', share: 2.1, isHeader: true },
        { label: 'Moment', share: 4.5 },
        { label: 'Avec', share: 3 },
        { label: 'Salle', share: 1.7 },
      ],
      rows: ofDay.map((slot) => [
        `${formatTime(slot.starts)} – ${formatTime(slot.ends)}`,
        [slot.title, [slotKindFacts[slot.kind].label, slot.brief].filter(Boolean).join('. ')].join('\n'),
        slot.speakers.map(({ name, organization }) => [name, organization].filter(Boolean).join(', ')).join('\n'),
        slot.room,
      ]),
    });
  }
  if (slots.length === 0) doc.paragraph('Le programme se prépare.');
  if (stands.length > 0) {
    doc.heading('Les stands', { level: 2 });
    doc.table({
      caption: 'Les stands',
      columns: [
        { label: 'Structure', share: 3, isHeader: true },
        { label: 'Ce qu’on y trouve', share: 5 },
        { label: 'Emplacement', share: 1.6 },
      ],
      rows: stands.map(({ name, activity, mark }) => [name, activity, mark]),
    });
  }
  return doc.finish();
}
