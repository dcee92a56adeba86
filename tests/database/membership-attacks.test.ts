import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPerson, inWork } from '#modules/identity/testing/builders.ts';
import { applyForMembership, renewMembership } from '#modules/membership/commands/apply.ts';
import { acceptApplications } from '#modules/membership/commands/decide.ts';
import { settleDues } from '#modules/membership/commands/follow-payments.ts';
import { changeOwnApplication } from '#modules/membership/commands/own-application.ts';
import { remindMembers } from '#modules/membership/commands/remind-members.ts';
import { openMembershipLinks } from '#modules/membership/links.ts';
import { membershipPersonalData } from '#modules/membership/personal-data.ts';
import { applicationByLink } from '#modules/membership/queries/applications-of.ts';
import { membershipByLink } from '#modules/membership/queries/membership-by-link.ts';
import { renewalOf } from '#modules/membership/queries/renewal.ts';
import { duesPayers, membershipApplications, memberships } from '#modules/membership/tables.ts';
import { aCampaign, type BuiltCampaign } from '#modules/membership/testing/builders.ts';
import { readApplication } from '#modules/membership/web/read-application.ts';
import { notePayment } from '#modules/payments/commands/note-payment.ts';
import { openPaymentLinks } from '#modules/payments/index.ts';
import { peoplePersonalData } from '#modules/people/personal-data.ts';
import { paymentsPersonalData } from '#modules/payments/personal-data.ts';
import { charges } from '#modules/payments/tables.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const links = openMembershipLinks('secret-d-essai', async () => 'https://pole.example');
const deps = { links, payments: openPaymentLinks('secret-d-essai'), ports: {} as never };

interface Hub {
  team: Context;
  stranger: Context;
  campaign: BuiltCampaign;
}

async function aHub(wanted: Parameters<typeof aCampaign>[1] = {}): Promise<Hub> {
  const team = contextOf(database, await newHub(database), actorWith('employee'));
  return { team, stranger: { ...team, actor: null }, campaign: await aCampaign(team, wanted) };
}

const said = ({ campaign }: Hub, scale: string, more: object = {}) => ({
  scaleId: campaign.scale(scale).id,
  givenName: 'Awa',
  familyName: 'Diallo',
  email: 'awa@exemple.fr',
  acceptsCharter: true,
  ...more,
});
const apply = (hub: Hub, scale: string, more: object = {}) =>
  execute(hub.stranger, applyForMembership(deps), said(hub, scale, more));
const application = async ({ team }: Hub, id: string) => {
  const [row] = await team.db.select().from(membershipApplications).where(eq(membershipApplications.id, id));
  if (!row) throw new Error(`no application ${id}`);
  return row;
};

/** The same act started while another one waits, so that both have read what they stand on. */
async function bothWaiting(hub: Hub, lock: string, acts: (() => Promise<unknown>)[]): Promise<void> {
  const client = await database.ownerPool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lock]);
    const running: Promise<unknown>[] = [];
    for (const [at, act] of acts.entries()) {
      running.push(act().catch(() => null));
      await expect
        .poll(
          async () =>
            (
              await database.ownerPool.query(
                `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
              )
            ).rowCount,
          { timeout: 10_000 },
        )
        .toBe(at + 1);
    }
    await client.query('commit');
    await Promise.all(running);
  } finally {
    client.release();
  }
}

test('a yes of the team while the payment is told makes one membership, and says yes once', async () => {
  const hub = await aHub();
  const { personId } = await aPerson(hub.team, { givenName: 'Awa', familyName: 'Diallo', email: 'awa@exemple.fr' });
  const { applicationId: id } = unwrap(await apply(hub, 'Personne'));
  const { payerId } = await application(hub, id);
  const [charge] = await hub.team.db.select().from(charges).where(eq(charges.subjectId, payerId));
  unwrap(await execute(hub.team, notePayment, { chargeId: charge?.id, way: 'transfer', amount: null }));
  await bothWaiting(hub, `membership ${hub.team.hubId} ${personId}`, [
    () => execute(hub.team, acceptApplications(deps), { ids: [id], waive: true }),
    () => execute(hub.stranger, settleDues(deps), { payerId, chargeId: charge?.id }),
  ]);
  const made = await hub.team.db.select().from(memberships).where(eq(memberships.applicationId, id));
  expect(made).toHaveLength(1);
  expect((await application(hub, id)).state).toBe('accepted');
});

describe('sums that strangers type', () => {
  test('stay within what is paid at once, alone, together, and when an answer changes', async () => {
    const hub = await aHub();
    const most = { chosen: 100_000_000 };
    expect(await apply(hub, 'Libre', { ...most, donation: 1 })).toMatchObject({
      reason: 'unclear_fields',
      fields: { donation: 'Cette somme est trop grande.' },
    });
    const first = unwrap(await apply(hub, 'Libre', { chosen: 60_000_000 }));
    const secret = links.secretOf('application', hub.team.hubId, first.applicationId, 1);
    const second = { chosen: 50_000_000, familyName: 'Autre', with: secret };
    expect(await apply(hub, 'Libre', second)).toMatchObject({ reason: 'too_much_together' });
    unwrap(await apply(hub, 'Libre', { ...second, chosen: 1000 }));
    const change = { ...said(hub, 'Libre', most), secret };
    expect(await execute(hub.stranger, changeOwnApplication(deps), change)).toMatchObject({
      reason: 'too_much_together',
    });
  });

  test.each(['1e3', '0x10', 'Infinity', '-5', '10,999', '١٠'])('%s is no number of euros', async (typed) => {
    const hub = await aHub();
    const form = { values: { scaleId: hub.campaign.scale('Association').id, budget: typed, donation: typed } };
    const read = { ...readApplication(form as never), organizationName: 'Le Fournil' };
    const outcome = await apply(hub, 'Association', { budget: read.budget, donation: read.donation });
    expect(outcome).toMatchObject({ reason: 'invalid', fields: { donation: expect.any(String) } });
    expect(Object.keys(outcome.ok ? {} : outcome.fields)).toContain('budget');
  });
});

describe('a mailbox that two share', () => {
  const maelle = { givenName: 'Maëlle', familyName: 'Guégan', email: 'famille@exemple.fr' };
  const paul = { givenName: 'Paul', familyName: 'Guégan', email: 'famille@exemple.fr' };

  test('each reads and erases her own membership, dues and gifts, never the other’s', async () => {
    const hub = await aHub();
    const { team } = hub;
    const [her, him] = [await aPerson(team, maelle), await aPerson(team, paul)];
    // Both proved it, as happens when one of them proved it before the other was known under it.
    await database.ownerPool.query(`update contact_points set verified_at = now() where hub_id = $1`, [team.hubId]);
    unwrap(await apply(hub, 'Personne', { ...maelle, street: 'rue de Maëlle', note: 'Mot de Maëlle' }));
    const his = unwrap(await apply(hub, 'Personne', { ...paul, street: 'rue de Paul', note: 'Mot de Paul' }));
    // She also pays for somebody else, and is known as a payer by her address only.
    const theirs = unwrap(
      await apply(hub, 'Personne', {
        givenName: 'Nour',
        familyName: 'Le Goff',
        email: 'nour@exemple.fr',
        payer: { name: 'Maëlle Guégan', email: maelle.email, address: 'chez Maëlle' },
      }),
    );
    const told = async (personId: string): Promise<string> =>
      JSON.stringify([
        await membershipPersonalData.export(team, personId),
        await paymentsPersonalData.export(team, personId),
      ]);
    const [hers, ofHim] = [await told(her.personId), await told(him.personId)];
    expect(hers).toContain('Mot de Maëlle');
    expect(hers).toContain('chez Maëlle');
    expect(hers).not.toMatch(/Paul|nour@exemple/);
    expect(ofHim).toContain('Mot de Paul');
    expect(ofHim).not.toContain('Maëlle');

    for (const holder of [membershipPersonalData, paymentsPersonalData])
      await inWork(team, (work) => holder.erase(work.db, her.personId));
    expect(await application(hub, his.applicationId)).toMatchObject({ givenName: 'Paul', email: paul.email });
    expect(await application(hub, theirs.applicationId)).toMatchObject({ givenName: 'Nour', forgottenAt: null });
    const { rows } = await database.ownerPool.query(
      `select 1 from membership_applications t where hub_id = $1 and t::text like '%Maëlle%'
        union all select 1 from dues_payers t where hub_id = $1 and t::text like '%Maëlle%'`,
      [team.hubId],
    );
    expect(rows).toEqual([]);
  });

  test('a structure stays named as the payer once the one who wrote for it is erased', async () => {
    const hub = await aHub();
    const { personId } = await aPerson(hub.team, maelle);
    await database.ownerPool.query(`update contact_points set verified_at = now() where hub_id = $1`, [hub.team.hubId]);
    unwrap(await apply(hub, 'Association', { ...maelle, organizationName: 'Le Fournil', budget: 1 }));
    await inWork(hub.team, (work) => membershipPersonalData.erase(work.db, personId));
    expect(await hub.team.db.select().from(duesPayers)).toMatchObject([{ name: 'Le Fournil', email: null }]);
  });
});

describe('the link of a letter to a structure', () => {
  const wrote = { givenName: 'Lou', familyName: 'Jan', email: 'lou@lavoir.example', role: 'Présidente' };
  const other = { givenName: 'Tara', familyName: 'Le Roux', role: 'Trésorière', email: 'tara@lavoir.example' };
  const months = (ctx: Context, count: number): Context => ({
    ...ctx,
    clock: { now: () => Temporal.Now.instant().add({ hours: 24 * 30 * count }) },
  });

  /** A structure that was accepted, a month before its membership ends. */
  async function aStructure() {
    const hub = await aHub({ rolling: true });
    const sent = unwrap(
      await apply(hub, 'Association', { ...wrote, organizationName: 'Le Lavoir', budget: 1, otherPeople: [other] }),
    );
    unwrap(await execute(hub.team, acceptApplications(deps), { ids: [sent.applicationId], waive: true }));
    const [membership] = await hub.team.db.select().from(memberships);
    if (!membership) throw new Error('no membership');
    const later = { ...hub, team: months(hub.team, 11), stranger: months(hub.stranger, 11) };
    const linkOf = (turn: number) => links.secretOf('renewal', hub.team.hubId, membership.id, turn);
    const own = links.secretOf('application', hub.team.hubId, sent.applicationId, 1);
    return { ...later, membership, linkOf, own };
  }
  const mailed = async ({ team }: Hub) =>
    (
      await database.ownerPool.query<{ recipient: string; href: string }>(
        `select recipient, body #>> '{action,href}' as href from mail_messages
          where hub_id = $1 and kind = 'membership.reminder' order by id`,
        [team.hubId],
      )
    ).rows;

  test('opens nothing of what a stranger sent in its name, is not blocked by it, and still leaves', async () => {
    const hub = await aStructure();
    unwrap(
      await apply(hub, 'Association', {
        givenName: 'Jo',
        familyName: 'Inconnu',
        email: 'jo@ailleurs.example',
        organizationName: 'Le Lavoir',
        budget: 1,
      }),
    );
    expect((await renewalOf(hub.team.db, hub.linkOf(1), hub.campaign.id))?.pending).toBeNull();
    expect(unwrap(await execute(hub.team, remindMembers(deps), {})).count).toBe(1);
    const again = { ...said(hub, 'Association', { ...wrote, budget: 1 }), secret: hub.linkOf(1) };
    const renewed = unwrap(await execute(hub.stranger, renewMembership(deps), again));
    expect((await renewalOf(hub.team.db, hub.linkOf(1), hub.campaign.id))?.pending?.id).toBe(renewed.applicationId);
    expect(await execute(hub.stranger, renewMembership(deps), again)).toMatchObject({ reason: 'already_sent' });
  });

  test('opens nothing once she who had it was erased; the next one, and what she had sent, are of no use to her', async () => {
    const hub = await aStructure();
    unwrap(await execute(hub.team, remindMembers(deps), {}));
    const { rows } = await database.ownerPool.query<{ person_id: string }>(
      `update contact_points set verified_at = now() where hub_id = $1 and normalised = 'lou@lavoir.example' returning person_id`,
      [hub.team.hubId],
    );
    expect(await membershipByLink(hub.team.db, hub.linkOf(1))).not.toBeNull();
    expect(await applicationByLink(hub.team.db, hub.own)).not.toBeNull();
    await inWork(hub.team, (work) => membershipPersonalData.erase(work.db, rows[0]?.person_id ?? ''));
    await database.ownerPool.query(`update persons set erased_at = now() where id = $1`, [rows[0]?.person_id]);
    expect(await membershipByLink(hub.team.db, hub.linkOf(1))).toBeNull();
    expect(await applicationByLink(hub.team.db, hub.own)).toBeNull();
    const next = { ...hub, team: months(hub.team, 12) };
    unwrap(await execute(next.team, remindMembers(deps), {}));
    const [first, second] = await mailed(hub);
    expect([first?.recipient, second?.recipient]).toEqual(['lou@lavoir.example', 'tara@lavoir.example']);
    const secret = second?.href.split('/').at(-1) ?? '';
    expect((await membershipByLink(hub.team.db, secret))?.id).toBe(hub.membership.id);
  });

  test('changes when the letter goes to somebody else, and stays for the same reader', async () => {
    const hub = await aStructure();
    unwrap(await execute(hub.team, remindMembers(deps), {}));
    const later = months(hub.team, 12);
    unwrap(await execute(later, remindMembers(deps), {}));
    expect(await membershipByLink(hub.team.db, hub.linkOf(1))).not.toBeNull();
    await database.ownerPool.query(
      `delete from membership_people where hub_id = $1 and person_id in
        (select person_id from contact_points where normalised = 'lou@lavoir.example')`,
      [hub.team.hubId],
    );
    unwrap(await execute(months(hub.team, 13), remindMembers(deps), {}));
    expect((await mailed(hub)).map(({ recipient }) => recipient).at(-1)).toBe('tara@lavoir.example');
    expect(await membershipByLink(hub.team.db, hub.linkOf(1))).toBeNull();
    expect(await membershipByLink(hub.team.db, hub.linkOf(2))).not.toBeNull();
  });
});

test('a list nobody answered yet, and the asking for her data, forget who is erased and no other', async () => {
  const { team } = await aHub();
  const { personId } = await aPerson(team, { givenName: 'Lou', familyName: 'Jan', email: 'maison@exemple.fr' });
  const importId = team.newId();
  await team.db.execute(sql`insert into people_imports (id, status, pass, source, created_at)
    values (${importId}, 'ready', 1, 'Fichier', now())`);
  for (const [at, name] of ['LOU JAN', 'Paul Jan'].entries())
    await team.db.execute(sql`insert into people_import_rows (import_id, position, line, name, verdict, draft)
      values (${importId}, ${at}, ${at + 2}, ${name}, 'look_alike', ${JSON.stringify({ emails: ['Maison@exemple.fr'] })}::jsonb)`);
  await team.db.execute(sql`insert into rights_links (id, email, created_at, expires_at, opened_at)
    values (${team.newId()}, 'maison@exemple.fr', now(), now() + interval '3 days', now())`);
  await inWork(team, (work) => peoplePersonalData.erase(work.db, personId));
  const { rows } = await team.db.execute(
    sql`select name, draft is null as forgotten from people_import_rows order by position`,
  );
  expect(rows).toEqual([
    { name: '', forgotten: true },
    { name: 'Paul Jan', forgotten: false },
  ]);
  expect((await team.db.execute(sql`select 1 from rights_links`)).rowCount).toBe(0);
});
