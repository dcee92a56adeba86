import { occurrencesOf } from '#modules/agenda/index.ts';
import { employees } from '#modules/identity/index.ts';
import {
  askForStand,
  enrolVolunteer,
  hasProgramme,
  saveProgramme,
  saveRoom,
  saveShift,
  saveSlot,
  saveStand,
  saveZone,
  type ProgrammeDependencies,
} from '#modules/programme/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { typography } from '#platform/french/index.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { demoProgramme, demoRooms, demoShifts, demoSlots, demoStands, demoZones } from './demo-programme.ts';

/** Fills the programme of the forum of the demonstration. `events`: ids by title. */
export async function fillProgramme(
  ctx: Context,
  deps: Pick<ProgrammeDependencies, 'links' | 'originOf' | 'hubLook'>,
  events: ReadonlyMap<string, string>,
): Promise<void> {
  const [, eventId] = [...events].find(([title]) => typography(title) === typography(demoProgramme.event)) ?? [];
  const [first] = await employees(ctx.db);
  // There already: an earlier filling was interrupted after this one.
  if (!eventId || !first || (await hasProgramme(ctx.db, eventId))) return;
  const camille = { personId: first.personId, accountId: first.personId, name: first.name };
  const team: Context = { ...ctx, actor: { ...camille, roles: new Set(['employee']) } };
  const day = (await occurrencesOf(ctx.db, { eventIds: [eventId] }))[0]?.startsOn.toString() ?? '';
  const rooms: string[] = [];
  for (const room of demoRooms)
    rooms.push(
      unwrap(await execute(team, saveRoom, { eventId, id: null, fields: { ...room, note: typography(room.note) } })).id,
    );
  for (const { room, from, to, title, brief = '', ...slot } of demoSlots) {
    const fields = {
      ...slot,
      title: typography(title),
      brief: typography(brief),
      roomId: room === undefined ? null : (rooms[room] ?? null),
      when: { day, from, to },
    };
    unwrap(await execute(team, saveSlot, { eventId, id: null, version: null, fields }));
  }
  const settings = {
    isPublished: true,
    intro: typography(demoProgramme.intro),
    takesStands: true,
    standNote: typography(demoProgramme.standNote),
    takesVolunteers: true,
    volunteerNote: typography(demoProgramme.volunteerNote),
  };
  unwrap(await execute(team, saveProgramme, { eventId, version: null, ...settings }));
  await fillStands(team, deps, eventId);
  await fillShifts(team, deps, { eventId, day });
}

type Letters = Parameters<typeof fillProgramme>[1];

async function fillStands(team: Context, deps: Letters, eventId: string): Promise<void> {
  const zones: string[] = [];
  for (const fields of demoZones) zones.push(unwrap(await execute(team, saveZone, { eventId, id: null, fields })).id);
  for (const { zone, mark = '', name, activity, ...needs } of demoStands) {
    const fields = { name, activity: typography(activity), phone: '02 61 91 00 40', ...needs };
    if (zone === undefined) unwrap(await execute({ ...team, actor: null }, askForStand(deps), { eventId, fields }));
    else {
      const placed = { ...fields, zoneId: zones[zone] ?? null, mark };
      unwrap(await execute(team, saveStand, { eventId, id: null, version: null, fields: placed }));
    }
  }
}

async function fillShifts(
  team: Context,
  deps: Letters,
  { eventId, day }: { eventId: string; day: string },
): Promise<void> {
  const everyone = [...new Set(demoShifts.flatMap(({ people }) => people))];
  for (const { from, to, people, ...shift } of demoShifts) {
    const fields = { ...shift, when: { day, from, to } };
    const { id } = unwrap(await execute(team, saveShift, { eventId, id: null, version: null, fields }));
    for (const name of people) {
      const phone = `06 39 98 40 ${String(10 + everyone.indexOf(name))}`;
      unwrap(await execute(team, enrolVolunteer(deps), { eventId, shiftIds: [id], name, phone }));
    }
  }
}
