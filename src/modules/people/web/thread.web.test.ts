import { afterAll, beforeAll, expect, test } from 'vitest';
import { aRequest } from '#modules/advice/testing/builders.ts';
import { anOrganization } from '#modules/directory/testing/builders.ts';
import { aPerson } from '#modules/identity/testing/builders.ts';
import { bookSeats } from '#modules/registration/index.ts';
import { anOffer, someDeps } from '#modules/registration/testing/builders.ts';
import { aCourse, anOpenSession, aTrainee } from '#modules/training/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestSite, type TestHub, type TestPerson, type TestSite } from '#tests/support/app.ts';
import { paths } from '../paths.ts';

let site: TestSite;
let hub: TestHub;
let employee: TestPerson;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
  employee = await hub.person('employee');
});
afterAll(async () => {
  expect(site.failures).toEqual([]);
  await site.close();
});

/** The lines of the thread of a sheet, without markup. */
async function thread(path: string): Promise<string[]> {
  const page = await (await hub.get(path, employee.cookie)).text();
  const panel = /<section[^>]*id="fil">[\s\S]*?<\/section>/.exec(page)?.[0] ?? '';
  return [...panel.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, line = '']) => line.replaceAll(/<[^>]+>/g, ' '));
}

test('gathers what every module holds of a person, found by her mail where nobody wrote her id', async () => {
  const ctx = await hub.context(employee.actor);
  const email = 'maelle@reseau.example';
  const maelle = await aPerson(ctx, { givenName: 'Maëlle', familyName: 'Réseau', email });
  await aRequest(ctx, { name: 'Maëlle Réseau', reach: email, message: 'Comment créer une Scic ?' });
  const session = await anOpenSession(ctx, (await aCourse(ctx, { title: 'Lire un bilan' })).id);
  await aTrainee(ctx, session, { name: 'Maëlle Réseau', email });
  const { eventId, occurrenceId } = await anOffer(ctx, {}, { title: 'Fête des voisins' });
  const people = [{ name: 'Maëlle Réseau', email, answers: {} }];
  unwrap(await execute({ ...ctx, actor: null }, bookSeats(someDeps), { eventId, occurrenceId, people }));

  const sheet = await (await hub.get(paths.person(maelle.personId), employee.cookie)).text();
  expect(sheet).toMatch(/Dernier contact : .*(?:inscription|demande|formation)/);
  expect(sheet).toContain(`href="mailto:${email}"`);
  const lines = (await thread(paths.person(maelle.personId))).join('\n');
  expect(lines).toMatch(/Demande[\s\S]*Comment créer une Scic/);
  expect(lines).toMatch(/Formation[\s\S]*Lire un bilan[\s\S]*inscrite/);
  expect(lines).toMatch(/Inscription[\s\S]*Fête des voisins[\s\S]*confirmée/);
  expect(lines).toContain('Mail envoyé');

  // A card kept apart by mistake is joined, and what it held comes with it.
  const twin = await aPerson(ctx, { givenName: 'Maelle', familyName: 'Reseau', email: 'm.reseau@travail.example' });
  await aRequest(ctx, { name: 'Maelle Reseau', reach: 'm.reseau@travail.example', message: 'Et une Scop ?' });
  await hub.post(`${paths.person(maelle.personId)}/reunir`, { mergedId: twin.personId }, employee.cookie);
  expect((await thread(paths.person(maelle.personId))).join('\n')).toContain('Et une Scop');
});

test('of two people with one mailbox, each is shown what bears her name', async () => {
  const ctx = await hub.context(employee.actor);
  const email = 'famille@foyer.example';
  const rose = await aPerson(ctx, { givenName: 'Rose', familyName: 'Foyer', email });
  const paul = await aPerson(ctx, { givenName: 'Paul', familyName: 'Foyer', email });
  await aRequest(ctx, { name: 'rose foyer', reach: email, message: 'Un local pour la couture ?' });
  expect((await thread(paths.person(rose.personId))).join('\n')).toContain('Un local pour la couture');
  expect((await thread(paths.person(paul.personId))).join('\n')).not.toContain('Un local pour la couture');
});

test('tells what passed with a structure', async () => {
  const ctx = await hub.context(employee.actor);
  const { id } = await anOrganization(ctx, { name: 'La Tablée', email: 'bonjour@tablee.example' });
  await hub.post(
    `${paths.organizationRelations(id)}/notes`,
    { kind: 'meeting', happenedOn: '2026-09-01', text: 'Visite du café avant la réouverture.' },
    employee.cookie,
  );
  const lines = (await thread(paths.organizationRelations(id))).join('\n');
  expect(lines).toMatch(/Rencontre[\s\S]*Visite du café/);
  expect(lines).toContain('Fiche publiée');
});
