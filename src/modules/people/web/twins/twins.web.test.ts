import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPerson } from '#modules/identity/testing/builders.ts';
import { openTestSite, type TestHub, type TestPerson, type TestSite } from '#tests/support/app.ts';
import { paths } from '../../paths.ts';
import { personRelations } from '../../queries/person-relations.ts';
import { likelyTwins } from '../../queries/twins.ts';

let site: TestSite;
let hub: TestHub;
let employee: TestPerson;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
  employee = await hub.person('employee');
});
afterAll(() => site.close());

const named = (givenName: string, familyName: string, email: string) =>
  hub.context(employee.actor).then((ctx) => aPerson(ctx, { givenName, familyName, email }));

test('two sheets of one person are shown side by side and joined under the chosen name', async () => {
  const kept = await named('Oumar', 'Traoré-Vallon', 'oumar@reseau.example');
  const twin = await named('traore', 'OUMAR VALLON', 'o.traore@travail.example');
  const turned = await named('Traoré Vallon', 'Oumar', 'oumar.tv@travail.example');
  await hub.post(`${paths.person(turned.personId)}/etiquettes`, { label: 'Réemploi' }, employee.cookie);
  await hub.post(`${paths.person(kept.personId)}/etiquettes`, { label: 'réemploi' }, employee.cookie);
  const ctx = await hub.context(employee.actor);
  const pairs = await likelyTwins(ctx.db, kept.personId);
  expect(pairs.map(({ one, other }) => [one.id, other.id].sort())).toEqual([[kept.personId, turned.personId].sort()]);
  expect(twin.personId).not.toBe(turned.personId);

  const path = paths.compare(kept.personId, turned.personId);
  expect(await (await hub.get(path, employee.cookie)).text()).toMatch(/oumar@reseau[\s\S]*oumar\.tv@travail/);
  await hub.post(`${path}/reunir`, { kept: turned.personId, named: kept.personId }, employee.cookie);
  const page = await (await hub.get(paths.person(turned.personId), employee.cookie)).text();
  expect(page).toContain('Oumar Traoré-Vallon');
  expect(page).toContain('oumar@reseau.example');
  expect((await personRelations(ctx.db, turned.personId)).tags).toMatchObject([{ label: 'Réemploi' }]);
  expect((await hub.get(paths.person(kept.personId), employee.cookie)).headers.get('location')).toContain(
    turned.personId,
  );
});

test('a tag is renamed, joined to another, deleted', async () => {
  const { personId } = await named('Zoé', 'Étiquetée', 'zoe@reseau.example');
  for (const label of ['Cafe porteurs', 'Café des porteurs'])
    await hub.post(`${paths.person(personId)}/etiquettes`, { label }, employee.cookie);
  const tagId = /etiquettes\/([0-9a-f-]{36})">Cafe porteurs/.exec(
    await (await hub.get(paths.tags, employee.cookie)).text(),
  )?.[1];
  expect((await hub.post(paths.tag(tagId ?? ''), { label: '  ' }, employee.cookie)).status).toBe(422);
  await hub.post(paths.tag(tagId ?? ''), { label: 'cafe des porteurs' }, employee.cookie);
  const ctx = await hub.context(employee.actor);
  const { tags } = await personRelations(ctx.db, personId);
  expect(tags.map((tag) => tag.label)).toEqual(['Café des porteurs']);
  await hub.post(paths.deleteTag(tags[0]?.id ?? ''), {}, employee.cookie);
  expect((await personRelations(ctx.db, personId)).tags).toEqual([]);
});

test('two people told apart, or of one home, are not proposed again', async () => {
  const ctx = await hub.context(employee.actor);
  const [one, other] = [
    await named('Marie', 'Martin', 'm1@reseau.example'),
    await named('Marie', 'Martin', 'm2@reseau.example'),
  ];
  expect(await (await hub.get(paths.twins, employee.cookie)).text()).toContain('Marie Martin');
  expect(await (await hub.get(paths.person(one.personId), employee.cookie)).text()).toContain(
    'Peut-être la même personne',
  );
  await hub.post(`${paths.compare(other.personId, one.personId)}/distinguer`, {}, employee.cookie);
  expect(await likelyTwins(ctx.db, one.personId)).toEqual([]);

  const [rose, paul] = [
    await named('Rose', 'Foyer', 'f@reseau.example'),
    await named('Paul', 'Foyer', 'f@reseau.example'),
  ];
  expect(await likelyTwins(ctx.db, rose.personId)).toMatchObject([{ reasons: ['email'] }]);
  await hub.post(`${paths.compare(rose.personId, paul.personId)}/foyer`, {}, employee.cookie);
  expect(await likelyTwins(ctx.db, rose.personId)).toEqual([]);
  for (const path of [paths.twins, paths.compare(rose.personId, paul.personId)])
    expect([303, 404]).toContain((await hub.get(path, await hub.signIn('member'))).status);
});
