import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPerson } from '#modules/identity/testing/builders.ts';
import { charges } from '#modules/payments/tables.ts';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { lapseMemberships } from '../jobs/every-day.ts';
import { memberships } from '../tables.ts';
import { acceptApplications, refuseApplication } from './decide.ts';
import { payTogether } from './pay-together.ts';
import { remindMembers } from './remind-members.ts';
import { typeApplication } from './type-application.ts';
import { deps, aHub, said, typed, applied, application, membershipFor, pay } from '../testing/hub-with-members.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('validation', () => {
  test('waits for the board when the statutes ask so, and says which meeting decided', async () => {
    const hub = await aHub(database, { needsBoard: true });
    const id = await typed(hub, 'Personne');
    expect((await application(hub, id))?.state).toBe('awaiting_board');
    const ahead = Temporal.Now.plainDateISO().add({ days: 3 }).toString();
    expect(await execute(hub.team, acceptApplications(deps), { ids: [id], meetingOn: ahead })).toMatchObject({
      ok: false,
      reason: 'in_the_future',
    });
    const meetingOn = Temporal.Now.plainDateISO().subtract({ days: 3 }).toString();
    unwrap(await execute(hub.team, acceptApplications(deps), { ids: [id], meetingOn }));
    expect(await application(hub, id)).toMatchObject({ state: 'accepted', decidedById: null });
    expect((await application(hub, id))?.decidedBy).toMatch(/^Conseil d’administration du /);
    expect(await membershipFor(hub, id)).toMatchObject({ state: 'running', dues: 1500 });
    expect(await execute(hub.team, acceptApplications(deps), { ids: [id] })).toMatchObject({ reason: 'nothing_open' });
  });

  test('said before the money came: the membership begins when it comes', async () => {
    const hub = await aHub(database, { needsBoard: true });
    const id = await applied(hub, 'Personne');
    unwrap(await execute(hub.team, acceptApplications(deps), { ids: [id] }));
    expect((await application(hub, id))?.state).toBe('awaiting_payment');
    await pay(hub, id, 500);
    expect((await application(hub, id))?.state).toBe('awaiting_payment');
    await pay(hub, id);
    expect((await application(hub, id))?.state).toBe('accepted');
  });

  test('refused: nothing more is asked, and no one becomes a member', async () => {
    const hub = await aHub(database);
    const id = await applied(hub, 'Personne');
    expect(await execute(hub.team, refuseApplication(deps), { id, reason: '' })).toMatchObject({ reason: 'invalid' });
    unwrap(await execute(hub.team, refuseApplication(deps), { id, reason: 'Hors du territoire' }));
    const row = await application(hub, id);
    expect(row).toMatchObject({ state: 'refused', stateNote: 'Hors du territoire' });
    const owed = await hub.team.db
      .select()
      .from(charges)
      .where(eq(charges.subjectId, row?.payerId ?? ''));
    expect(owed.map(({ state }) => state)).toEqual(['cancelled']);
    expect(await membershipFor(hub, id)).toBeUndefined();
  });

  test('is for the team alone', async () => {
    const hub = await aHub(database);
    const id = await applied(hub, 'Personne');
    for (const role of ['member', 'board_member', 'contributor'] as const) {
      const ctx = { ...hub.team, actor: actorWith(role) };
      for (const outcome of [
        await execute(ctx, acceptApplications(deps), { ids: [id] }),
        await execute(ctx, remindMembers(deps), {}),
        await execute(ctx, typeApplication(deps), { ...said(hub.campaign, 'Personne'), campaignId: hub.campaign.id }),
        await execute(ctx, lapseMemberships, {}),
      ])
        expect(outcome).toMatchObject({ ok: false, reason: 'forbidden' });
    }
  });
});

test('two applications of one member accepted at the same moment make one membership, the other is looked at', async () => {
  const hub = await aHub(database, { needsBoard: true });
  const person = await aPerson(hub.team, { givenName: 'Awa', familyName: 'Double', email: 'double@exemple.fr' });
  const twice = { familyName: 'Double', email: 'double@exemple.fr' };
  const ids = [await applied(hub, 'Personne', twice), await applied(hub, 'Personne', twice)];
  await Promise.all(ids.map((id) => execute(hub.team, acceptApplications(deps), { ids: [id], waive: true })));
  const made = await hub.team.db.select().from(memberships).where(eq(memberships.personId, person.personId));
  expect(made).toHaveLength(1);
  const states = await Promise.all(ids.map(async (id) => (await application(hub, id))?.state));
  expect(new Set(states)).toEqual(new Set(['accepted', 'awaiting_board']));
});

test('who shares an address with somebody is not taken for her', async () => {
  const hub = await aHub(database);
  const known = await aPerson(hub.team, { givenName: 'Maëlle', familyName: 'Guégan', email: 'famille@exemple.fr' });
  const other = await membershipFor(
    hub,
    await typed(hub, 'Personne', { givenName: 'Paul', familyName: 'Guégan', email: 'famille@exemple.fr' }),
  );
  const same = await membershipFor(
    hub,
    await typed(hub, 'Personne', { givenName: 'Maelle', familyName: 'GUEGAN', email: 'Famille@exemple.fr' }),
  );
  expect(other?.personId).not.toBe(known.personId);
  expect(same?.personId).toBe(known.personId);
});

test('one payer for several: one charge that adds up, all accepted once it is paid', async () => {
  const hub = await aHub(database);
  const ids = [
    await applied(hub, 'Personne'),
    await applied(hub, 'Association', { organizationName: 'Le Fournil', budget: 50_000 }),
    await applied(hub, 'Libre', { chosen: 1234 }),
  ];
  unwrap(await execute(hub.team, payTogether(deps), { ids }));
  const rows = await Promise.all(ids.map((id) => application(hub, id)));
  expect(new Set(rows.map((row) => row?.payerId)).size).toBe(1);
  const all = await hub.team.db.select().from(charges);
  const open = all.filter(({ state }) => state === 'due');
  expect(open.map(({ amount }) => amount)).toEqual([1500 + 5000 + 1234]);
  expect(all.filter(({ state }) => state === 'cancelled')).toHaveLength(2);
  await pay(hub, ids[0] ?? '');
  for (const id of ids) expect((await application(hub, id))?.state).toBe('accepted');
  expect(await execute(hub.team, payTogether(deps), { ids })).toMatchObject({ reason: 'not_waiting' });
});
