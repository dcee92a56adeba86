import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mergeOrganizations } from '#modules/directory/commands/merge-organizations.ts';
import { organizations } from '#modules/directory/tables.ts';
import { personRoles } from '#modules/identity/tables.ts';
import { aPerson, inWork } from '#modules/identity/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { lapseMemberships } from '../jobs/every-day.ts';
import { membershipConditions } from '../queries/segment-conditions.ts';
import { memberStates } from '../queries/still-members.ts';
import { membershipThread } from '../queries/thread.ts';
import { toRenew } from '../queries/to-renew.ts';
import { membershipPeople } from '../tables.ts';
import { applyForMembership } from './apply.ts';
import { endMembership } from './end-membership.ts';
import { moveMembershipsTo, moveOrganizationMembershipsTo } from './follow-merges.ts';
import { noteReminder, remindByItself, remindMembers } from './remind-members.ts';
import { saveCampaign } from './save-campaign.ts';
import { typeApplication } from './type-application.ts';
import {
  deps,
  type Hub,
  aHub,
  machine,
  later,
  said,
  typed,
  applied,
  membershipFor,
} from '../testing/hub-with-members.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('the end of a membership', () => {
  test('leaves the time of grace, then ends the mark, the role, and keeps the history', async () => {
    const hub = await aHub(database, { rolling: true });
    const id = await typed(hub, 'Association', { organizationName: 'La Corderie', budget: 1 });
    const membership = await membershipFor(hub, id);
    const [sheet] = await hub.team.db.select().from(organizations);
    const [person] = await hub.team.db.select().from(membershipPeople);
    const marks = async () => {
      const [{ isMember } = { isMember: null }] = await hub.team.db.select().from(organizations);
      const roles = await hub.team.db
        .select()
        .from(personRoles)
        .where(eq(personRoles.personId, person?.personId ?? ''));
      return { isMember, role: roles.some(({ endsAt }) => endsAt === null) };
    };
    expect(sheet?.status).toBe('draft');
    expect(await marks()).toEqual({ isMember: true, role: true });
    await execute(machine(later(hub.team, 400)), lapseMemberships, {});
    expect(await marks()).toEqual({ isMember: true, role: true });
    unwrap(await execute(machine(later(hub.team, 470)), lapseMemberships, {}));
    expect(await marks()).toEqual({ isMember: false, role: false });
    expect(await membershipFor(hub, id)).toMatchObject({ id: membership?.id, state: 'lapsed' });
    const today = Temporal.Now.plainDateISO().add({ days: 470 });
    const states = await memberStates(hub.team.db, {
      personIds: [person?.personId ?? ''],
      organizationIds: [sheet?.id ?? ''],
      today,
    });
    expect([...states.values()]).toEqual(['former', 'former']);
  });

  test('who renewed is still a member, and the former one is told renewed', async () => {
    const hub = await aHub(database, { rolling: true });
    const person = { givenName: 'Lena', familyName: 'Corre', email: 'lena@exemple.fr' };
    const first = await typed(hub, 'Personne', person);
    const second = await typed({ ...hub, team: later(hub.team, 350) }, 'Personne', person);
    const [a, b] = [await membershipFor(hub, first), await membershipFor(hub, second)];
    expect(b?.startsOn.equals(a?.endsOn.add({ days: 1 }) ?? '2000-01-01')).toBe(true);
    unwrap(await execute(machine(later(hub.team, 480)), lapseMemberships, {}));
    expect((await membershipFor(hub, first))?.state).toBe('renewed');
    expect((await membershipFor(hub, second))?.state).toBe('running');
    const roles = await hub.team.db
      .select()
      .from(personRoles)
      .where(eq(personRoles.personId, a?.personId ?? ''));
    expect(roles).toEqual([expect.objectContaining({ endsAt: null })]);
  });

  test('who leaves is no member any more, at once', async () => {
    const hub = await aHub(database);
    const membership = await membershipFor(hub, await typed(hub, 'Personne'));
    unwrap(await execute(hub.team, endMembership, { id: membership?.id, reason: 'Déménage' }));
    expect(await execute(hub.team, endMembership, { id: membership?.id, reason: 'Encore' })).toMatchObject({
      reason: 'already_over',
    });
    const today = Temporal.Now.plainDateISO();
    const current = membershipConditions.find(({ key }) => key === 'membership.current');
    const former = membershipConditions.find(({ key }) => key === 'membership.former');
    const ids = async (condition: typeof current) =>
      (
        await hub.team.db.execute<{ person_id: string }>(
          condition?.people('', { today, zone: 'Europe/Paris' }) ?? ('' as never),
        )
      ).rows.map((row) => row.person_id);
    expect(await ids(current)).toEqual([]);
    expect(await ids(former)).toEqual([membership?.personId]);
  });
});

describe('reminders', () => {
  const mails = async (hub: Hub) =>
    (
      await database.ownerPool.query<{ recipient: string }>(
        `select recipient from mail_messages where hub_id = $1 and kind = 'membership.reminder' order by id`,
        [hub.team.hubId],
      )
    ).rows.map(({ recipient }) => recipient);

  test('ask one person a structure, once a week at most, and call those without a mail', async () => {
    const hub = await aHub(database, { rolling: true });
    await typed(hub, 'Association', {
      organizationName: 'Le Lavoir',
      budget: 1,
      role: 'Président',
      email: 'president@exemple.fr',
      otherPeople: [{ givenName: 'Tara', familyName: 'Le Roux', role: 'Trésorière', email: 'tresor@exemple.fr' }],
    });
    const called = await membershipFor(hub, await typed(hub, 'Personne', { email: '' }));
    const soon = later(hub.team, 340);
    expect(unwrap(await execute(hub.team, remindMembers(deps), {}))).toEqual({ count: 0, toCall: 0 });
    expect(unwrap(await execute(soon, remindMembers(deps), {}))).toEqual({ count: 1, toCall: 1 });
    // The contact of the membership, not the whole board.
    expect(await mails(hub)).toEqual(['president@exemple.fr']);
    expect(unwrap(await execute(soon, remindMembers(deps), {}))).toEqual({ count: 0, toCall: 1 });
    unwrap(await execute(soon, noteReminder, { id: called?.id }));
    expect(unwrap(await execute(soon, remindMembers(deps), {}))).toEqual({ count: 0, toCall: 0 });
    expect(unwrap(await execute(later(hub.team, 348), remindMembers(deps), {})).count).toBe(1);
  });

  test('leave by themselves on the days chosen, each once', async () => {
    const hub = await aHub(database, { rolling: true, reminderDays: [-30, 15] });
    await typed(hub, 'Personne', { email: 'seule@exemple.fr' });
    for (const days of [330, 336, 337, 341, 381, 382])
      unwrap(await execute(machine(later(hub.team, days)), remindByItself(deps), {}));
    expect(await mails(hub)).toEqual(['seule@exemple.fr', 'seule@exemple.fr']);
    expect(await execute(hub.team, remindByItself(deps), {})).toMatchObject({ reason: 'forbidden' });
  });

  test('never reach who is already answering', async () => {
    const hub = await aHub(database, { rolling: true });
    const person = { givenName: 'Lena', familyName: 'Corre', email: 'lena@exemple.fr' };
    const membership = await membershipFor(hub, await typed(hub, 'Personne', person));
    const soon = later(hub.team, 340);
    unwrap(
      await execute(soon, typeApplication(deps), {
        ...said(hub.campaign, 'Personne', person),
        campaignId: hub.campaign.id,
      }),
    );
    const [one] = await toRenew(soon.db, { now: soon.clock.now(), zone: soon.zone, campaign: null });
    expect(one).toMatchObject({ id: membership?.id, hasAnswered: true });
    expect(unwrap(await execute(soon, remindMembers(deps), {}))).toEqual({ count: 0, toCall: 0 });
  });
});

test('two persons who are one keep their memberships under the one that stays; so do two sheets', async () => {
  const hub = await aHub(database);
  const id = await typed(hub, 'Personne');
  const merged = (await membershipFor(hub, id))?.personId ?? '';
  const kept = await aPerson(hub.team);
  await inWork(hub.team, (work) => moveMembershipsTo(work, kept.personId, merged));
  expect((await membershipFor(hub, id))?.personId).toBe(kept.personId);
  expect((await membershipThread(hub.team, { personId: kept.personId })).map(({ kind }) => kind).toSorted()).toEqual([
    'Adhésion',
    'Demande d’adhésion',
  ]);
  const one = await typed(hub, 'Association', { organizationName: 'Le Moulin neuf', budget: 1 });
  const two = await typed(hub, 'Association', { organizationName: 'Une autre maison', budget: 1 });
  const [first, second] = [await membershipFor(hub, one), await membershipFor(hub, two)];
  unwrap(
    await execute(hub.team, mergeOrganizations, { keptId: first?.organizationId, mergedId: second?.organizationId }),
  );
  const fact = hub.team.witness.facts.find(({ type }) => type === 'organizationsMerged');
  expect(fact).toMatchObject({ keptId: first?.organizationId, mergedId: second?.organizationId });
  await inWork(hub.team, (work) =>
    moveOrganizationMembershipsTo(work, first?.organizationId ?? '', second?.organizationId ?? ''),
  );
  expect((await membershipFor(hub, two))?.organizationId).toBe(first?.organizationId);
});

test('a campaign changed by two at once keeps the first change, and prices already used are kept aside', async () => {
  const hub = await aHub(database);
  await applied(hub, 'Personne');
  const fields = {
    name: 'Autre nom',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    opensOn: '2026-01-01',
    scales: [{ label: 'Seul', who: 'person', kind: 'fixed', amount: 100 }],
  };
  unwrap(await execute(hub.team, saveCampaign, { id: hub.campaign.id, version: 1, fields }));
  expect(await execute(hub.team, saveCampaign, { id: hub.campaign.id, version: 1, fields })).toMatchObject({
    reason: 'edited_meanwhile',
  });
  const old = said(hub.campaign, 'Personne');
  expect(await execute(machine(hub.team), applyForMembership(deps), old)).toMatchObject({
    fields: { scaleId: 'Choisissez ce qui vous correspond.' },
  });
});
