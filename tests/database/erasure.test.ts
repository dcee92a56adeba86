import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { giveConsent, registerPerson } from '#modules/identity/index.ts';
import { createFirstSignInLink } from '#modules/identity/commands/create-first-sign-in-link.ts';
import { inWork } from '#modules/identity/testing/builders.ts';
import { suggestOrganization } from '#modules/directory/commands/moderation/suggest-organization.ts';
import { relayMessage } from '#modules/directory/commands/relay-message.ts';
import { editOrganization } from '#modules/directory/index.ts';
import { anOrganization } from '#modules/directory/testing/builders.ts';
import { addPhotoPerson } from '#modules/photos/commands/name-people.ts';
import { aPhoto } from '#modules/photos/testing/builders.ts';
import { openTestSite, type TestHub, type TestPerson, type TestSite } from '#tests/support/app.ts';
import { hubTables, type HubTable } from './support/catalogue.ts';
import { leaveTraces } from './support/leave-traces.ts';

const marks = {
  givenName: 'Ombeline',
  familyName: 'Effacejean',
  email: 'ombeline@effacejean.example',
  phone: '02 61 91 77 66',
  notes: 'Connaît Guichen par cœur effacejean',
};
const lasting = 'effacejean';

let site: TestSite;
let hub: TestHub;
let employee: TestPerson;
let tables: HubTable[];
let personId: string;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
  employee = await hub.person('employee');
  tables = await hubTables(site.database.ownerPool);
  const ctx = await hub.context(employee.actor);
  ({ personId } = unwrap(await execute(ctx, registerPerson, marks)));
  // Her address counts as her own once she signed in with it.
  const link = await createFirstSignInLink({ ...ctx, actor: null }, personId);
  expect((await hub.post(link, {})).status).toBe(303);
  await inWork(ctx, (work) =>
    giveConsent(work, { personId, purpose: 'lettre', wording: 'Je veux recevoir la lettre.', source: 'accueil' }),
  );
  const contact = {
    personId,
    name: 'Ombeline Effacejean',
    role: 'Trésorière',
    visibility: 'public' as const,
    email: marks.email,
    emailVisibility: 'members' as const,
    phone: marks.phone,
    phoneVisibility: 'members' as const,
  };
  const sheet = await anOrganization(ctx, {
    name: 'La Ressourcerie',
    email: 'bonjour@ressourcerie.example',
    contacts: [contact],
  });
  unwrap(await execute(ctx, editOrganization, { id: sheet.id, version: 1, changes: { mission: 'Redonner vie' } }));
  const visitor = { ...ctx, actor: null };
  unwrap(
    await execute(visitor, suggestOrganization, {
      proposed: { name: 'Atelier Vélo' },
      author: { name: 'Ombeline Effacejean', email: marks.email, phone: marks.phone },
      message: `Signé ${lasting}`,
    }),
  );
  unwrap(
    await execute(visitor, relayMessage, {
      organizationId: sheet.id,
      fromName: 'Ombeline Effacejean',
      fromEmail: marks.email,
      message: 'Bonjour à vous',
    }),
  );
  await hub.post('/contact', { name: 'Ombeline Effacejean', reach: marks.email, message: `Bonjour, ici ${lasting}` });
  await hub.post('/connexion', { email: marks.email });
  await leaveTraces(site, hub, ctx, { name: 'Ombeline Effacejean', email: marks.email, phone: marks.phone });
});
afterAll(() => site.close());

/** Tables that still say the name or the address. */
async function said(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await site.database.ownerPool.query<{ count: number }>(
      `select count(*)::int as count from ${name} t where hub_id = $1 and t::text ilike $2`,
      [hub.id, `%${lasting}%`],
    );
    if (rows[0]?.count) found[name] = rows[0].count;
  }
  return found;
}

test('what is held is told, then forgotten everywhere', async () => {
  const before = await said();
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining([
      'audit_entries',
      'advice_requests',
      'contact_persons',
      'contact_points',
      'organization_suggestions',
      'organization_versions',
      'persons',
      'mail_messages',
      'mail_suppressions',
      'membership_applications',
      'newsletter_subscribers',
      'dues_payers',
      'agenda_events',
      'agenda_poll_answers',
      'agenda_senders',
      'programme_stands',
      'programme_volunteers',
      'registration_bookings',
      'registrations',
      'training_interests',
      'training_trainees',
    ]),
  );

  const context = await hub.context(employee.actor);
  const sections = (
    await Promise.all(
      site.site.deps.modules.map(async (module) => module.personalData?.export(context, personId) ?? []),
    )
  ).flat();
  const told = JSON.stringify(sections);
  for (const mark of [
    marks.email,
    'Effacejean',
    marks.notes,
    `Signé ${lasting}`,
    `Bonjour, ici ${lasting}`,
    'La Ressourcerie',
    'Rendez-vous proposé',
    'Réponse au sondage',
    'Inscription à un rendez-vous',
    'Stand demandé',
    'Coup de main',
    'À prévenir d’une session',
    'Abonnement de ',
    'Plus aucun message',
    'Bulletin d’adhésion',
  ])
    expect(told).toContain(mark);

  const answer = await hub.post(`/gestion/personnes/${personId}/effacer`, { sure: 'oui' }, employee.cookie);
  expect(answer.status).toBe(303);
  // A training provider must be able to tell whom it trained: the law keeps that name, and nothing to reach her by.
  expect(await said()).toEqual({ training_trainees: 1 });
  const { rows } = await site.database.ownerPool.query(
    'select email, phone, person_id from training_trainees where hub_id = $1',
    [hub.id],
  );
  expect(rows).toEqual([{ email: null, phone: null, person_id: null }]);
  expect(await answer.text()).not.toMatch(/effacejean/i);
  expect((await hub.get('/annuaire/la-ressourcerie')).status).toBe(200);
  expect(await (await hub.get('/annuaire/la-ressourcerie')).text()).not.toMatch(/effacejean/i);
});

test('of a mailbox that two share, each reads and erases her own in every module, never the other’s', async () => {
  const home = await site.hub();
  const keeper = await home.person('employee');
  const team = await home.context(keeper.actor);
  const visitor = { ...team, actor: null };
  const email = 'foyer@maison.example';
  const people = [
    { givenName: 'Maëlle', familyName: 'Tilleulvert', email },
    { givenName: 'Paul', familyName: 'Chenerouge', email },
  ];
  const known: string[] = [];
  for (const one of people) known.push(unwrap(await execute(team, registerPerson, one)).personId);
  // Both proved it, as happens when one of them proved it before the other was known under it.
  await site.database.ownerPool.query('update contact_points set verified_at = now() where hub_id = $1', [home.id]);
  for (const { givenName, familyName } of people) {
    const name = `${givenName} ${familyName}`;
    await leaveTraces(site, home, team, { name, email, phone: '02 61 91 40 40' }, { joins: false });
    await home.post('/contact', { name, reach: email, message: `Bonjour, ici ${name}` });
    const [author, proposed] = [{ name, email, phone: '' }, { name: `Atelier de ${givenName}` }];
    unwrap(await execute(visitor, suggestOrganization, { proposed, author, message: `Signé ${name}` }));
    const photo = { imageId: await aPhoto(team, site.site.ports), wording: 'Vous pouvez montrer cette photo.' };
    unwrap(await execute(team, addPhotoPerson, { ...photo, person: { name, mail: email } }));
    await team.db.execute(sql`insert into mail_messages (id, kind, recipient, recipient_name, subject, body)
      values (${team.newId()}, 'essai', ${email}, ${name}, ${`Mot pour ${name}`}, '{}')`);
  }

  const [her = '', him = ''] = known;
  const names = 'registration training advice programme agenda photos directory mail'.split(' ');
  const holders = site.site.deps.modules.filter(({ name }) => names.includes(name));
  expect(holders).toHaveLength(names.length);
  for (const { name, personalData } of holders) {
    const [hers, his] = [await personalData?.export(team, her), await personalData?.export(team, him)];
    expect.soft(JSON.stringify(hers), name).toContain('Maëlle');
    expect.soft(JSON.stringify(hers), name).not.toContain('Paul');
    expect.soft(JSON.stringify(his), name).toContain('Paul');
    expect.soft(JSON.stringify(his), name).not.toContain('Maëlle');
  }

  const rowsOf = async (mark: string): Promise<Record<string, string[]>> => {
    const found: Record<string, string[]> = {};
    for (const { name } of tables) {
      const { rows } = await site.database.ownerPool.query<{ row: string }>(
        `select t::text as row from ${name} t where hub_id = $1 and t::text ilike $2 order by 1`,
        [home.id, `%${mark}%`],
      );
      if (rows.length > 0) found[name] = rows.map(({ row }) => row);
    }
    return found;
  };
  const before = await rowsOf('Chenerouge');
  expect((await home.post(`/gestion/personnes/${her}/effacer`, { sure: 'oui' }, keeper.cookie)).status).toBe(303);
  expect(await rowsOf('Chenerouge')).toEqual(before);
  expect(Object.keys(await rowsOf('Tilleulvert'))).toEqual(['training_trainees']);
});
