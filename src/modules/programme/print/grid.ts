import { createDocument, type PaperIdentity } from '#platform/pdf/index.ts';
import { capitalised, formatDate, formatTime, formatTimeRange } from '#platform/french/index.ts';
import type { StoredRoom, StoredSlot, StoredShift, StoredVolunteer } from '../queries/stored-programme.ts';

/** The whole day for the team: hours down, rooms across, then a sheet for each door. */
export async function drawGrid(
  { title, rooms, slots }: { title: string; rooms: readonly StoredRoom[]; slots: readonly StoredSlot[] },
  identity: PaperIdentity,
  date: Temporal.Instant,
): Promise<Uint8Array> {
  const doc = await createDocument({ title: `Grille, ${title}`, identity, date, size: 'A3', layout: 'landscape' });
  doc.heading(title, { level: 1 });
  const cell = (all: readonly StoredSlot[]): string => all.map(told).join('\n\n');
  const days = [...Map.groupBy(slots, ({ starts }) => starts.toPlainDate().toString())];
  for (const [day, ofDay] of days) {
    const told = capitalised(formatDate(Temporal.PlainDate.from(day), { weekday: true }));
    doc.heading(told, { level: 2 });
    doc.table({
      caption: told,
      grid: true,
      columns: [
        { label: 'Heure', share: 0.6, isHeader: true },
        ...rooms.map(({ name }) => ({ label: name, share: 2 })),
        { label: 'Partout', share: 1.6 },
      ],
      rows: [...Map.groupBy(ofDay, ({ starts }) => formatTime(starts))].map(([hour, together]) => [
        hour,
        ...rooms.map(({ id }) => cell(together.filter(({ roomId }) => roomId === id))),
        cell(together.filter(({ roomId }) => roomId === null)),
      ]),
    });
  }
  for (const room of rooms) {
    const inRoom = slots.filter(({ roomId }) => roomId === room.id);
    if (inRoom.length === 0) continue;
    doc.pageBreak().heading(room.name, { level: 1, size: 44 });
    for (const slot of inRoom)
      doc.keepTogether((inside) => {
        const day = days.length > 1 ? [capitalised(formatDate(slot.starts, { weekday: true, year: false }))] : [];
        const when = [...day, formatTimeRange(slot.starts, slot.ends)].join(', ');
        inside.paragraph(when, { size: 17, colour: 'brand', bold: true, after: 1 });
        inside.paragraph(slot.title, { size: 22, bold: true, after: 1 });
        if (slot.speakers.length > 0) inside.paragraph(speakersOf(slot), { size: 15, after: 1 });
        inside.gap(14);
      });
  }
  return doc.finish();
}

function told(slot: StoredSlot): string {
  return [slot.title, formatTimeRange(slot.starts, slot.ends), speakersOf(slot)].filter(Boolean).join('\n');
}

function speakersOf({ speakers }: StoredSlot): string {
  return speakers.map(({ name, organization }) => [name, organization].filter(Boolean).join(', ')).join(' · ');
}

/** Who helps, hour by hour, to tick at the counter. */
export async function drawShifts(
  {
    title,
    shifts,
    volunteers,
  }: { title: string; shifts: readonly StoredShift[]; volunteers: readonly StoredVolunteer[] },
  identity: PaperIdentity,
  date: Temporal.Instant,
): Promise<Uint8Array> {
  const doc = await createDocument({ title: `Bénévoles, ${title}`, identity, date });
  doc.heading('Bénévoles', { level: 1 }).paragraph(title);
  if (shifts.length === 0) doc.paragraph('Aucun moment à couvrir.');
  for (const shift of shifts) {
    const people = volunteers.filter(({ id }) => shift.takers.includes(id));
    doc.keepTogether((inside) => {
      inside.heading(
        `${capitalised(formatDate(shift.starts, { weekday: true, year: false }))}, ${formatTimeRange(shift.starts, shift.ends)}`,
        { level: 2 },
      );
      inside.paragraph([{ text: shift.task, bold: true }, { text: shift.place && `, ${shift.place}` }], { after: 3 });
      for (const { name, phone, email } of people) inside.tickBox([name, phone || email].filter(Boolean).join(', '));
      for (let left = people.length; left < Math.min(shift.wanted, people.length + 6); left++) inside.tickBox('');
    });
  }
  return doc.finish();
}
