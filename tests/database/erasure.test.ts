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
