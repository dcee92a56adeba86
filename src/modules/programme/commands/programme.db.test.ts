import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveEvent } from '#modules/agenda/index.ts';
import { execute } from '#platform/command/execute.ts';
import { unwrap, type Outcome } from '#platform/outcome/outcome.ts';
import { openSignedIds } from '#platform/secrets/signed-ids.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { readShifts, readSlots, readStand, readStands, readVolunteers } from '../queries/stored-programme.ts';
import { answerStand, withdrawStand } from './answer-stand.ts';
import { askForStand } from './ask-for-stand.ts';
import { forgetContacts } from './forget-contacts.ts';
import { removeRoom, saveRoom } from './keep-rooms.ts';
import { removeShift, saveShift } from './keep-shifts.ts';
import { removeZone, saveZone } from './keep-zones.ts';
import { leaveShift } from './leave-shift.ts';
import { moveProgramme } from './move-programme.ts';
import { saveProgramme } from './save-programme.ts';
import { saveSlot, type SlotInput } from './save-slot.ts';
import { saveStand } from './save-stand.ts';
import { enrolVolunteer, takeShifts } from './take-shifts.ts';

let database: TestDatabase;
let ctx: ReturnType<typeof contextOf>;
let stranger: ReturnType<typeof contextOf>;
let eventId: string;
const deps = {
  links: openSignedIds('a secret for tests'),
  originOf: async () => 'https://pole.example',
  hubLook: async () => ({ name: 'Le pôle' }),
};
const today = Temporal.Now.plainDateISO('Europe/Paris');
const day = today.add({ days: 30 }).toString();

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  const hubId = await newHub(database);
  ctx = contextOf(database, hubId, actorWith('employee'));
  stranger = contextOf(database, hubId, null);
  const fields = { title: 'Forum', startsOn: day, startsAt: '09:00', endsAt: '18:00' };
  eventId = unwrap(await execute(ctx, saveEvent, { id: null, version: null, act: 'publish', fields })).id;
  const open = {
    isPublished: true,
    intro: '',
    takesStands: true,
    standNote: '',
    takesVolunteers: true,
    volunteerNote: '',
  };
  unwrap(await execute(ctx, saveProgramme, { eventId, version: null, ...open }));
});

const room = async (name = 'Halle', capacity: number | null = null) =>
  unwrap(await execute(ctx, saveRoom, { eventId, id: null, fields: { name, capacity } })).id;

const slot = (fields: Partial<SlotInput> = {}, { id = null as string | null, version = null as number | null } = {}) =>
  execute(ctx, saveSlot, {
    eventId,
    id,
    version,
    fields: { kind: 'talk', title: 'Parole', when: { day, from: '10:00', to: '10:15' }, ...fields },
  });

const zone = async (places: number, sockets = 0, walls = 0) =>
  unwrap(await execute(ctx, saveZone, { eventId, id: null, fields: { name: 'Halle', places, sockets, walls } })).id;

const stand = (zoneId: string | null, fields: Record<string, unknown> = {}) =>
  execute(ctx, saveStand, { eventId, id: null, version: null, fields: { name: 'La Tablée', zoneId, ...fields } });

const shift = async (from: string, to: string, wanted = 1, task = 'Accueil') =>
  unwrap(
    await execute(ctx, saveShift, {
      eventId,
      id: null,
      version: null,
      fields: { task, when: { day, from, to }, wanted },
    }),
  ).id;

const take = (shiftIds: string[], email: string, by = stranger) =>
  execute(by, takeShifts(deps), { eventId, shiftIds, name: 'Ana Riou', email });

const reasons = (outcomes: readonly Outcome<unknown>[]) =>
  outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.reason)).sort();

describe('rooms and speakers', () => {
  it('a room holds one thing at a time; what follows may begin at once', async () => {
    const roomId = await room();
    unwrap(await slot({ roomId }));
    const over = await slot({ roomId, title: 'Autre', when: { day, from: '10:10', to: '10:30' } });
    expect(over).toMatchObject({ ok: false, reason: 'room_taken' });
    expect(over.ok ? '' : over.fields['roomId']).toContain('Parole');
    expect((await slot({ roomId, title: 'Suite', when: { day, from: '10:15', to: '10:30' } })).ok).toBe(true);
    expect((await slot({ roomId: await room('Préau'), title: 'À côté' })).ok).toBe(true);
  });

  it('nobody speaks in two places at once, however the name is typed', async () => {
    unwrap(await slot({ roomId: await room(), speakers: 'Maëlle Riou, La Tablée' }));
    const twice = await slot({ roomId: await room('Préau'), title: 'Ailleurs', speakers: 'Zoé Le Gall\nMAELLE RIOU' });
    expect(twice).toMatchObject({ ok: false, reason: 'speaker_busy' });
    const later = { day, from: '10:15', to: '10:30' };
    expect((await slot({ title: 'Après', when: later, speakers: 'Maëlle Riou' })).ok).toBe(true);
  });

  it('twenty at the same moment put one thing in the room, and one person in one place', async () => {
    const roomId = await room();
    const sameRoom = await Promise.all(Array.from({ length: 20 }, (_, at) => slot({ roomId, title: `Parole ${at}` })));
    expect(reasons(sameRoom).filter((reason) => reason === 'ok')).toHaveLength(1);
    expect(new Set(reasons(sameRoom))).toEqual(new Set(['ok', 'room_taken']));
    const rooms = await Promise.all(Array.from({ length: 8 }, (_, at) => room(`Salle ${at}`)));
    const when = { day, from: '14:00', to: '15:00' };
    const samePerson = await Promise.all(rooms.map((id) => slot({ roomId: id, when, speakers: 'Ana Riou' })));
    expect(reasons(samePerson).filter((reason) => reason === 'ok')).toHaveLength(1);
    expect(await readSlots(ctx.db, eventId)).toHaveLength(2);
  });

  it('a room keeps what is announced in it: neither too small nor taken away', async () => {
    const roomId = await room('Halle', 30);
    expect(await slot({ roomId, capacity: 31 })).toMatchObject({ ok: false, reason: 'room_too_small' });
    unwrap(await slot({ roomId, capacity: 30 }));
    const smaller = { name: 'Halle', capacity: 20 };
    expect(await execute(ctx, saveRoom, { eventId, id: roomId, fields: smaller })).toMatchObject({
      reason: 'room_too_small',
    });
    expect(await execute(ctx, removeRoom, { eventId, id: roomId })).toMatchObject({ reason: 'room_used' });
  });

  it('a slot is of the day, ends after it begins, and two editors are told', async () => {
    const other = today.add({ days: 40 }).toString();
    expect(await slot({ when: { day: other, from: '10:00', to: '11:00' } })).toMatchObject({ reason: 'outside_event' });
    expect(await slot({ when: { day, from: '11:00', to: '10:00' } })).toMatchObject({ reason: 'ends_before_start' });
    const { id } = unwrap(await slot());
    unwrap(await slot({ title: 'Revu' }, { id, version: 1 }));
    expect(await slot({ title: 'Perdu' }, { id, version: 1 })).toMatchObject({ reason: 'edited_meanwhile' });
  });

  it('moves the whole day when the event does', async () => {
    unwrap(await slot());
    const shiftId = await shift('08:00', '09:00');
    unwrap(await execute(ctx, moveProgramme, { eventId, days: 7, minutes: -30 }));
    const [moved] = await readSlots(ctx.db, eventId);
    expect(moved?.starts.toString()).toBe(`${Temporal.PlainDate.from(day).add({ days: 7 }).toString()}T09:30:00`);
    expect((await readShifts(ctx.db, eventId)).find(({ id }) => id === shiftId)?.starts.hour).toBe(7);
  });
});

describe('stands', () => {
  it('never more places, sockets nor walls than there are, whoever accepts at the same moment', async () => {
    const zoneId = await zone(10, 3, 2);
    const needing = await Promise.all(
      Array.from({ length: 12 }, (_, at) => stand(zoneId, { name: `Stand ${at}`, needsSocket: true })),
    );
    expect(reasons(needing).filter((reason) => reason === 'ok')).toHaveLength(3);
    expect(new Set(reasons(needing))).toEqual(new Set(['ok', 'no_socket_left']));
    expect(await stand(zoneId, { places: 8 })).toMatchObject({ reason: 'zone_full' });
    expect((await stand(zoneId, { places: 7 })).ok).toBe(true);
    expect(await execute(ctx, saveZone, { eventId, id: zoneId, fields: { name: 'Halle', places: 9 } })).toMatchObject({
      reason: 'zone_promised',
    });
    expect(await execute(ctx, removeZone, { eventId, id: zoneId })).toMatchObject({ reason: 'zone_used' });
  });

  it('a request waits, is placed where it fits, told once by mail, and frees its place when given up', async () => {
    const zoneId = await zone(1);
    const ask = async (name: string) =>
      unwrap(
        await execute(stranger, askForStand(deps), { eventId, fields: { name, email: 'tablee@courriel.example' } }),
      ).id;
    const [first, second] = [await ask('La Tablée'), await ask('Le Fournil')];
    const answer = (id: string, verdict: 'accepted' | 'declined', place: string | null, version = 1) =>
      execute(ctx, answerStand(deps), {
        eventId,
        id,
        version,
        verdict,
        answer: 'À bientôt',
        zoneId: place,
        mark: 'B1',
      });
    expect(await answer(first, 'accepted', null)).toMatchObject({ reason: 'zone_needed' });
    const both = await Promise.all([answer(first, 'accepted', zoneId), answer(second, 'accepted', zoneId)]);
    expect(reasons(both)).toEqual(['ok', 'zone_full']);
    const [kept, other] = both[0].ok ? [first, second] : [second, first];
    const mails = ctx.witness.jobs.filter(({ name }) => name === 'mail.deliver');
    expect(mails).toHaveLength(1);
    unwrap(await execute(stranger, withdrawStand, { eventId, id: kept }));
    expect((await readStand(ctx.db, kept))?.zoneId).toBeNull();
    expect((await answer(other, 'accepted', zoneId)).ok).toBe(true);
    expect(await answer(kept, 'accepted', zoneId, 3)).toMatchObject({ reason: 'withdrawn' });
  });

  it('needs a way to answer, and an open door', async () => {
    const fields = { name: 'La Tablée' };
    expect(await execute(stranger, askForStand(deps), { eventId, fields })).toMatchObject({ reason: 'invalid' });
    const closed = { isPublished: true, takesStands: false, takesVolunteers: false };
    unwrap(
      await execute(ctx, saveProgramme, {
        eventId,
        version: 2,
        intro: '',
        standNote: '',
        volunteerNote: '',
        ...closed,
      }),
    );
    const known = { ...fields, phone: '02 61 91 00 00' };
    expect(await execute(stranger, askForStand(deps), { eventId, fields: known })).toMatchObject({ reason: 'closed' });
    expect(await execute(stranger, saveStand, { eventId, id: null, version: null, fields })).toMatchObject({
      reason: 'forbidden',
    });
    expect(await readStands(ctx.db, eventId)).toEqual([]);
  });
});

describe('volunteers', () => {
  it('two hundred for five places: five are in, and nobody else', async () => {
    const id = await shift('09:00', '10:00', 5);
    const outcomes = await Promise.all(Array.from({ length: 200 }, (_, at) => take([id], `ana${at}@courriel.example`)));
    expect(reasons(outcomes).filter((reason) => reason === 'ok')).toHaveLength(5);
    const [counted] = await readShifts(ctx.db, eventId);
    expect(counted?.takers).toHaveLength(5);
    // Those refused left nothing of themselves.
    expect(await readVolunteers(ctx.db, eventId)).toHaveLength(5);
  });

  it('nobody is on two shifts at once, even sent at the same moment', async () => {
    const [early, over] = [await shift('09:00', '11:00', 5), await shift('10:00', '12:00', 5)];
    const outcomes = await Promise.all([take([early], 'ana@courriel.example'), take([over], 'ANA@courriel.example')]);
    // Whoever types a mail is not told what its owner took: the letter tells her.
    expect(reasons(outcomes)).toEqual(['ok', 'ok']);
    expect((await readShifts(ctx.db, eventId)).flatMap(({ takers }) => takers)).toHaveLength(1);
    expect(await take([early, over], 'zoe@courriel.example')).toMatchObject({ reason: 'volunteer_busy' });
    expect((await readVolunteers(ctx.db, eventId)).map(({ email }) => email)).toHaveLength(1);
  });

  it('the team writes someone down without mail; the last shift given up forgets her', async () => {
    const id = await shift('09:00', '10:00');
    const typed = { eventId, shiftIds: [id], name: 'Yves', phone: '02 61 91 00 02' };
    const { id: volunteerId } = unwrap(await execute(ctx, enrolVolunteer(deps), typed));
    expect(await execute(ctx, removeShift, { eventId, id })).toMatchObject({ reason: 'shift_taken' });
    expect(await execute(stranger, takeShifts(deps), { ...typed, name: 'Nul', phone: '' })).toMatchObject({
      reason: 'invalid',
    });
    unwrap(await execute(stranger, leaveShift, { eventId, shiftId: id, volunteerId }));
    expect(await readVolunteers(ctx.db, eventId)).toEqual([]);
  });

  it('a shift may not move over another of those who took it, nor want fewer than took it', async () => {
    const [first, second] = [await shift('09:00', '10:00', 2), await shift('10:00', '11:00', 2)];
    unwrap(await take([first, second], 'ana@courriel.example'));
    const change = (from: string, wanted: number) => ({
      eventId,
      id: second,
      version: 1,
      fields: { task: 'Accueil', when: { day, from, to: '11:00' }, wanted },
    });
    expect(await execute(ctx, saveShift, change('09:30', 2))).toMatchObject({ reason: 'volunteer_busy' });
    unwrap(await take([second], 'zoe@courriel.example'));
    expect(await execute(ctx, saveShift, change('10:00', 1))).toMatchObject({ reason: 'shift_full' });
  });

  it('forgets a year after the day, and not before', async () => {
    unwrap(await take([await shift('09:00', '10:00')], 'ana@courriel.example'));
    unwrap(await stand(null, { email: 'tablee@courriel.example' }));
    expect(await execute(stranger, forgetContacts, {})).toMatchObject({ reason: 'nothing_to_forget' });
    const now = Temporal.Now.instant().add({ hours: 24 * 430 });
    const later = { ...stranger, clock: { now: () => now } };
    unwrap(await execute(later, forgetContacts, {}));
    expect(await readVolunteers(ctx.db, eventId)).toEqual([]);
    const [left] = await readStands(ctx.db, eventId);
    expect([left?.name, left?.email]).toEqual(['La Tablée', '']);
  });
});
