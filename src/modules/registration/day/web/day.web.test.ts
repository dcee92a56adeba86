import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';
import { registerByStaff } from '../../commands/register-by-staff.ts';
import { openRegistrationLinks } from '../../links.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import { registrantsOf } from '../../queries/registrants-of.ts';
import { anOffer } from '../../testing/builders.ts';
import { openPaymentLinks } from '#modules/payments/index.ts';
import { remind } from '../commands/remind.ts';
import { registrationMarks, registrationRides } from '../tables.ts';
import { registrationBookings, registrationPools, registrations } from '../../tables.ts';
import { editRegistration } from '../../commands/edit-registration.ts';

let site: TestSite;
let hub: TestHub;
let cookie: string;
let ctx: Context;
let deps: RegistrationDependencies;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
  const employee = await hub.person('employee');
  cookie = employee.cookie;
  ctx = await hub.context(employee.actor);
  const { secret } = site.site.deps.settings;
  deps = { links: openRegistrationLinks(secret, async () => hub.origin), payments: openPaymentLinks(secret) };
});
afterAll(async () => {
  expect(site.failures).toEqual([]);
  await site.close();
});

type Typed = {
  name: string;
  email?: string;
  phone?: string;
  municipality?: string;
  answers?: Record<string, string[]>;
};

async function aDate(people: readonly Typed[], fields = {}, more = {}) {
  const event = await anOffer(ctx, { capacity: 10, ...fields }, { deps, ...more });
  const { eventId, occurrenceId } = event;
  for (const person of people)
    unwrap(await execute(ctx, registerByStaff(deps), { eventId, occurrenceId, people: [person] }));
  const list = await registrantsOf(ctx.db, { eventId });
  const idOf = (name: string): string => list.find((one) => one.name === name)?.id ?? '';
  const door = `/gestion/agenda/${eventId}/emargement`;
  return { ...event, idOf, door, at: `?date=${occurrenceId}` };
}

interface Told {
  taken: string[];
  refused: { key: string; text: string }[];
  people: { id: string; mark: string | null }[];
}

async function sync(path: string, acts: unknown[], as = cookie) {
  const body = JSON.stringify({ acts });
  const answer = await hub.send(path, {
    method: 'POST',
    body,
    cookie: as,
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      origin: hub.origin,
    },
  });
  const nothing: Told = { taken: [], refused: [], people: [] };
  return { status: answer.status, told: answer.status === 200 ? ((await answer.json()) as Told) : nothing };
}

const mailsOf = async (
  kind: string,
): Promise<{ recipient: string; subject: string; body: { paragraphs: string[] } }[]> =>
  (
    await site.database.ownerPool.query(
      `select recipient, subject, body from mail_messages where hub_id = $1 and kind = $2 order by recipient`,
      [hub.id, kind],
    )
  ).rows;

describe('at the door', () => {
  test('one tap notes a person, another takes it back, without script', async () => {
    const { door, at, idOf } = await aDate([{ name: 'Anaïs Tessier' }, { name: 'Bruno Hamon' }]);
    const page = await hub.get(door + at, cookie);
    expect(page.headers.get('permissions-policy')).toContain('camera=(self)');
    expect(await page.text()).toContain('0 / 2\u00a0personnes présentes');
    await hub.post(door + at, { id: idOf('Anaïs Tessier'), mark: 'present' }, cookie);
    expect(await (await hub.get(door + at, cookie)).text()).toContain('1 / 2\u00a0personnes présentes');
    await hub.post(door + at, { id: idOf('Anaïs Tessier'), mark: '' }, cookie);
    expect(await (await hub.get(door + at, cookie)).text()).toContain('0 / 2\u00a0personnes présentes');
    const found = await (await hub.get(`${door}${at}&q=hamon`, cookie)).text();
    expect([found.includes('Bruno Hamon'), found.includes('Anaïs Tessier')]).toEqual([true, false]);
  });

  test('of two phones the latest mark stands, in whatever order and however often they are sent', async () => {
    const { eventId, door, at, idOf } = await aDate([{ name: 'Chloé Daniel' }]);
    const registrationId = idOf('Chloé Daniel');
    const path = `${door}/synchroniser${at}`;
    const act = (mark: string | null, minutesAgo: number) => ({
      key: ctx.newId(),
      mark: { registrationId, mark, at: ctx.clock.now().subtract({ minutes: minutesAgo }).toString() },
    });
    const [early, middle, late] = [act('absent', 30), act('excused', 20), act('present', 10)];
    for (const acts of [[late], [early], [middle, early], [late, middle]]) {
      const { told } = await sync(path, acts);
      expect(told.taken).toEqual(acts.map((one) => one.key));
      expect(told.people).toEqual([expect.objectContaining({ id: registrationId, mark: 'present' })]);
    }
    // A clock ahead of ours does not lock the line for ever.
    await sync(path, [act('absent', -600)]);
    expect((await sync(path, [act(null, 0)])).told.people[0]?.mark).toBeNull();
    expect(await registrantsOf(ctx.db, { eventId })).toEqual([expect.objectContaining({ attendance: null })]);
  });

  test('people who come unexpected are taken once, and never by accident over the last seat', async () => {
    const { door, at, eventId } = await aDate([{ name: 'Denis Lucas' }], { capacity: 2 });
    const path = `${door}/synchroniser${at}`;
    const moment = ctx.clock.now().toString();
    const walkIn = { key: ctx.newId(), walkIn: { name: 'Élodie Picard', organization: 'Amicale de Bain', at: moment } };
    expect((await sync(path, [walkIn])).told.taken).toEqual([walkIn.key]);
    expect((await sync(path, [walkIn])).told.taken).toEqual([walkIn.key]);
    expect(await registrantsOf(ctx.db, { eventId, states: ['confirmed'] })).toHaveLength(2);
    const tooMany = { key: ctx.newId(), walkIn: { name: 'Fabien Robin', at: moment } };
    expect((await sync(path, [tooMany])).told.refused).toEqual([
      { key: tooMany.key, text: expect.stringContaining('Toutes les places sont prises') },
    ]);
    const decided = { key: ctx.newId(), walkIn: { ...tooMany.walkIn, isOver: true } };
    expect((await sync(path, [decided])).told.taken).toEqual([decided.key]);
    const all = await registrantsOf(ctx.db, { eventId, states: ['confirmed'] });
    expect(all.map((one) => [one.name, one.attendance])).toEqual([
      ['Denis Lucas', null],
      ['Élodie Picard', 'present'],
      ['Fabien Robin', 'present'],
    ]);
    const refused = await hub.post(`${door}/arrivee${at}`, { name: 'Gaël Morin' }, cookie);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="Gaël Morin"');
  });

  test('hostile or foreign acts change nothing', async () => {
    const one = await aDate([{ name: 'Hélène Roux' }]);
    const other = await aDate([{ name: 'Inès Blanc' }]);
    const path = `${one.door}/synchroniser${one.at}`;
    for (const acts of [[{ key: 'x' }], [{ key: ctx.newId(), mark: { registrationId: 'y', mark: 'present' } }]])
      expect((await sync(path, acts)).status).toBe(400);
    const foreign = { key: ctx.newId(), mark: { registrationId: other.idOf('Inès Blanc'), mark: 'present' } };
    await sync(path, [foreign]);
    const marks = await ctx.db.select().from(registrationMarks);
    expect(marks.filter((mark) => mark.registrationId === other.idOf('Inès Blanc'))).toEqual([]);
    for (const role of ['member', 'contributor'] as const) {
      const stranger = await hub.signIn(role);
      expect((await hub.get(one.door, stranger)).status).toBe(404);
      expect((await sync(path, [foreign], stranger)).status).toBe(404);
    }
    const elsewhere = await site.hub();
    expect((await elsewhere.get(one.door, await elsewhere.signIn('employee'))).status).toBe(404);
  });

  test('badges are a sheet to cut', async () => {
    const { eventId, at } = await aDate(
      Array.from({ length: 11 }, (_, index) => ({ name: `Personne ${index}` })),
      {
        capacity: 20,
      },
    );
    const file = await hub.get(`/gestion/agenda/${eventId}/badges.pdf${at}`, cookie);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await file.arrayBuffer())
        .toString('latin1')
        .match(/\/Type \/Page\b/g),
    ).toHaveLength(2);
  });
});

test('a message shows whom it reaches, then leaves once a mailbox', async () => {
  const { eventId, at } = await aDate([
    { name: 'Jade Noël', email: 'jade@semnon.example' },
    { name: 'Karim Ali' },
    { name: 'Louis Petit', email: 'louis@semnon.example' },
  ]);
  const path = `/gestion/agenda/${eventId}/messages${at}`;
  const typed = { audience: 'confirmed', subject: 'Le parking change', body: 'Garez-vous derrière la mairie.' };
  const preview = await (await hub.post(path, typed, cookie)).text();
  expect(preview).toContain('2\u00a0mails partiront');
  expect(preview).toContain('Sans e-mail, à prévenir autrement\u00a0: Karim Ali');
  expect(await mailsOf('registration.message')).toEqual([]);
  const key = ctx.newId();
  for (let times = 0; times < 3; times += 1) await hub.post(path, { ...typed, action: 'envoyer', _cle: key }, cookie);
  const mails = await mailsOf('registration.message');
  expect(mails.map((mail) => mail.recipient)).toEqual(['jade@semnon.example', 'louis@semnon.example']);
  expect(await (await hub.get(path, cookie)).text()).toContain('Le parking change');
  const nobody = await hub.post(path, { ...typed, audience: 'waiting', action: 'envoyer' }, cookie);
  expect(nobody.status).toBe(422);
});

describe('reminders', () => {
  const at = (instant: Temporal.Instant): Context => ({ ...ctx, actor: null, clock: { now: () => instant } });

  test('leave once each, one at a time after a sleep, never late nor to those who just registered', async () => {
    const { eventId, idOf } = await aDate([{ name: 'Mona Vidal', email: 'mona@semnon.example' }], {
      reminderHours: [48, 2],
    });
    const [pool] = (await ctx.db.select().from(registrationPools)).filter((one) => one.eventId === eventId);
    const run = (now: Temporal.Instant) => execute(at(now), remind(deps), { poolId: pool?.id ?? '' });
    const { rows } = await ctx.db.execute<{ at: string }>(
      `select to_json(min(starts_at)) #>> '{}' as at from agenda_occurrences where event_id = '${eventId}'` as never,
    );
    const start = Temporal.Instant.from(rows[0]?.at ?? '');
    const told = async () =>
      (await mailsOf('registration.reminder')).filter((mail) => mail.recipient.startsWith('mona'));
    expect(await run(start.subtract({ hours: 72 }))).toMatchObject({ reason: 'nothing_due' });
    expect((await run(start.subtract({ hours: 47 }))).ok).toBe(true);
    await Promise.all([1, 2, 3].map(() => run(start.subtract({ hours: 46 }))));
    expect(await told()).toHaveLength(1);
    expect((await run(start.subtract({ hours: 1 }))).ok).toBe(true);
    expect(await told()).toHaveLength(2);
    // The clock goes back: nothing leaves again.
    await run(start.subtract({ hours: 47 }));
    await run(start.add({ minutes: 1 }));
    expect(await told()).toHaveLength(2);
    expect(idOf('Mona Vidal')).not.toBe('');
  });

  test('after a long sleep only the nearest leaves', async () => {
    const { eventId } = await aDate([{ name: 'Nora Gauthier', email: 'nora@semnon.example' }], {
      reminderHours: [72, 48, 2],
    });
    const [pool] = (await ctx.db.select().from(registrationPools)).filter((one) => one.eventId === eventId);
    const { rows } = await ctx.db.execute<{ at: string }>(
      `select to_json(min(starts_at)) #>> '{}' as at from agenda_occurrences where event_id = '${eventId}'` as never,
    );
    const start = Temporal.Instant.from(rows[0]?.at ?? '');
    for (const before of [90, 60, 30])
      await execute(at(start.subtract({ minutes: before })), remind(deps), { poolId: pool?.id ?? '' });
    const mails = (await mailsOf('registration.reminder')).filter((mail) => mail.recipient.startsWith('nora'));
    expect(mails).toHaveLength(1);
  });
});

test('a ride is asked, agreed, and only then are phones told', async () => {
  const ride = (kind: string, from: string, more = {}) => ({
    ride: [kind],
    rideFrom: [from],
    rideAt: ['8 h'],
    ...more,
  });
  const { eventId, idOf, at } = await aDate(
    [
      {
        name: 'Olga Simon',
        email: 'olga@semnon.example',
        phone: '06 39 98 10 01',
        municipality: 'Janzé',
        answers: ride('offer', 'Janzé', { rideSeats: ['1'] }),
      },
      {
        name: 'Paul Faure',
        email: 'paul@semnon.example',
        phone: '06 39 98 10 02',
        municipality: 'Janzé',
        answers: ride('want', 'Janzé'),
      },
      { name: 'Rose Caron', email: 'rose@semnon.example', answers: ride('want', 'Janzé') },
    ],
    {
      questions: [
        { kind: 'ride', isRequired: false },
        { kind: 'phone', isRequired: false },
      ],
    },
  );
  const bookings = await ctx.db.select().from(registrationBookings);
  const secretOf = (name: string): string => {
    const booking = bookings.findLast((one) => one.name === name);
    return deps.links.secretOf('booking', hub.id, booking?.id ?? '', 1);
  };
  const page = (name: string) => `/inscription/${secretOf(name)}/covoiturage`;
  const see = async (name: string) => (await hub.get(page(name))).text();
  const act = (name: string, other: string, what: string) =>
    hub.post(page(name), { ownId: idOf(name), otherId: idOf(other), act: what });

  expect(await see('Paul Faure')).toContain('Olga, depuis Janzé');
  expect(await see('Paul Faure')).not.toContain('06 39 98 10 01');
  await act('Paul Faure', 'Olga Simon', 'ask');
  // Whoever asked cannot say yes for the other.
  await act('Paul Faure', 'Olga Simon', 'accept');
  expect(await see('Olga Simon')).toContain('on attend votre réponse');
  expect(await see('Olga Simon')).not.toContain('06 39 98 10 02');
  await act('Olga Simon', 'Paul Faure', 'accept');
  expect(await see('Olga Simon')).toContain('06 39 98 10 02');
  expect(await see('Paul Faure')).toContain('06 39 98 10 01');
  // The only seat is gone.
  await act('Rose Caron', 'Olga Simon', 'ask');
  expect(await see('Rose Caron')).not.toContain('Olga');
  expect(await (await hub.get(`/gestion/agenda/${eventId}/covoiturage${at}`, cookie)).text()).toContain('Paul Faure');
  expect((await hub.get('/inscription/devine/covoiturage')).status).toBe(404);

  // Paul gives his seat away: whoever comes instead agreed on nothing, and sees no phone; Olga is told.
  const give = `over-${idOf('Paul Faure').slice(-6)}-`;
  await hub.post(`/inscription/${secretOf('Paul Faure')}/transmettre`, {
    id: idOf('Paul Faure'),
    [`${give}name`]: 'Sacha Nouveau',
    [`${give}email`]: 'sacha@semnon.example',
  });
  const given = deps.links.secretOf('registration', hub.id, idOf('Paul Faure'), 2);
  const answers = { id: idOf('Paul Faure'), [`${idOf('Paul Faure').slice(-6)}-ride`]: 'want' };
  await hub.post(`/inscription/${given}/modifier`, answers);
  const instead = await (await hub.get(`/inscription/${given}/covoiturage`)).text();
  expect(instead).toContain('Sacha Nouveau');
  expect(instead).not.toContain('06 39 98 10 01');
  expect(await see('Olga Simon')).not.toContain('c’est d’accord');
  expect((await mailsOf('registration.ride-ended')).map(({ recipient }) => recipient)).toEqual(['olga@semnon.example']);
});

test('the rides of who is replaced by the team end with her; a corrected name keeps them', async () => {
  const ride = (kind: string) => ({ ride: [kind], rideFrom: ['Janzé'], rideAt: ['8 h'] });
  const { eventId, idOf } = await aDate(
    [
      { name: 'Waël Driver', email: 'wael@semnon.example', answers: ride('offer') },
      { name: 'Yuna Pase', email: 'yuna@semnon.example', answers: ride('want') },
    ],
    { questions: [{ kind: 'ride', isRequired: false }] },
  );
  const [driverId, id] = [idOf('Waël Driver'), idOf('Yuna Pase')];
  await ctx.db.insert(registrationRides).values({
    id: ctx.newId(),
    eventId,
    driverId,
    passengerId: id,
    state: 'agreed',
    askedBy: 'driver',
    askedAt: ctx.clock.now(),
  });
  const rides = () => ctx.db.$count(registrationRides, eq(registrationRides.passengerId, id));
  const edit = async (name: string, email: string) => {
    const [row] = await ctx.db.select().from(registrations).where(eq(registrations.id, id));
    const person = { name, email, answers: ride('want') };
    unwrap(await execute(ctx, editRegistration(deps), { eventId, id, version: row?.version ?? 0, person }));
    return rides();
  };
  expect(await edit('Yuna Passe', 'yuna@semnon.example')).toBe(1);
  expect(await edit('Zacharie Nouveau', 'zac@semnon.example')).toBe(0);
  const told = (await mailsOf('registration.ride-ended')).map(({ recipient }) => recipient);
  expect(told.filter((one) => one === 'wael@semnon.example')).toHaveLength(1);
});

test('whoever said no is not asked again, and asking again and again writes once', async () => {
  const ride = (kind: string) => ({ ride: [kind], rideFrom: ['Janzé'], rideAt: ['8 h'] });
  const { idOf } = await aDate(
    [
      { name: 'Ulysse Driver', email: 'ulysse@semnon.example', answers: ride('offer') },
      { name: 'Vera Passe', email: 'vera@semnon.example', answers: ride('want') },
    ],
    { questions: [{ kind: 'ride', isRequired: false }] },
  );
  const bookings = await ctx.db.select().from(registrationBookings);
  const secretOf = (name: string): string =>
    deps.links.secretOf('booking', hub.id, bookings.findLast((one) => one.name === name)?.id ?? '', 1);
  const act = (name: string, other: string, what: string) =>
    hub.post(`/inscription/${secretOf(name)}/covoiturage`, { ownId: idOf(name), otherId: idOf(other), act: what });
  const asked = async () =>
    (await mailsOf('registration.ride-asked')).filter(({ recipient }) => recipient === 'ulysse@semnon.example');
  for (const what of ['ask', 'withdraw', 'ask', 'withdraw', 'ask']) await act('Vera Passe', 'Ulysse Driver', what);
  expect(await asked()).toHaveLength(1);
  await act('Ulysse Driver', 'Vera Passe', 'decline');
  // Taking back what was refused would let one ask anew.
  for (const what of ['withdraw', 'ask']) await act('Vera Passe', 'Ulysse Driver', what);
  expect(await asked()).toHaveLength(1);
  const page = await (await hub.get(`/inscription/${secretOf('Vera Passe')}/covoiturage`)).text();
  expect(page).not.toContain('Ulysse');
  expect(await (await hub.get(`/inscription/${secretOf('Ulysse Driver')}/covoiturage`)).text()).toContain('Vera');
});
