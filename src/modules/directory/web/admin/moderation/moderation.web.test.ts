import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestSite, type TestSite } from '#tests/support/app.ts';
import { actorWith } from '#tests/support/database.ts';
import { anOrganization } from '../../../testing/builders.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const text = async (response: Response) => (await response.text()).replaceAll(/[\u00a0\u202f]/g, ' ');

it('lists likely doubles, merges them field by field, or takes them as two', async () => {
  const hub = await site.hub();
  const ctx = await hub.context(actorWith('employee'));
  const cookie = await hub.signIn('employee');
  const a = await anOrganization(ctx, { mission: 'Des légumes.', phone: '0299112233' });
  const b = await anOrganization(ctx, {
    name: 'Les Jardin du Semnon',
    mission: 'Des fleurs.',
    website: 'https://jardins.example',
  });
  const c = await anOrganization(ctx, { name: 'Les Jardins du Semnon bio' });
  const pairs = await text(await hub.get('/gestion/annuaire/doublons', cookie));
  expect(pairs).toContain(`/gestion/annuaire/fusionner?a=${a.id}&amp;b=${b.id}`);
  await hub.post('/gestion/annuaire/doublons', { a: a.id, b: c.id }, cookie);
  expect(await text(await hub.get('/gestion/annuaire/doublons', cookie))).not.toContain(`a=${a.id}&amp;b=${c.id}`);

  const page = await text(await hub.get(`/gestion/annuaire/fusionner?a=${a.id}&b=${b.id}`, cookie));
  expect(page).toContain('Des légumes.');
  expect(page).toContain('Des fleurs.');
  const merged = await hub.post(
    '/gestion/annuaire/fusionner',
    { a: a.id, b: b.id, 'champ.mission': 'b', 'champ.name': 'a' },
    cookie,
  );
  expect(merged.headers.get('location')).toBe(`/gestion/annuaire/${a.id}`);
  const { rows } = await ctx.db.execute(sql`select name, mission, website from organizations where id = ${a.id}`);
  expect(rows).toEqual([{ name: 'Les Jardins du Semnon', mission: 'Des fleurs.', website: 'https://jardins.example' }]);
  expect((await hub.get(`/gestion/annuaire/fusionner?a=${a.id}&b=${b.id}`, cookie)).status).toBe(404);
});

it('tells what the directory covers and who is to be called', async () => {
  const hub = await site.hub();
  const ctx = await hub.context(actorWith('employee'));
  const cookie = await hub.signIn('employee');
  const { id } = await anOrganization(ctx, { phone: '0299112233' });
  await anOrganization(ctx, { name: 'Fraîche', email: 'a@exemple.fr' });
  await ctx.db.execute(sql`update organizations set confirmed_at = null where id = ${id}`);
  const covered = await text(await hub.get('/gestion/annuaire/couverture', cookie));
  expect(covered).toContain('Guichen');
  expect(covered).toContain('Jamais confirmée');
  const list = await text(await hub.get('/gestion/annuaire/a-confirmer?comment=a-appeler', cookie));
  expect(list).toContain('Les Jardins du Semnon');
  expect(list).not.toContain('Fraîche');
  const csv = await text(await hub.get('/gestion/annuaire/a-confirmer.csv?comment=a-appeler', cookie));
  expect(csv).toContain('02 99 11 22 33');
  await hub.post('/gestion/annuaire/a-confirmer', { action: 'confirmees', ids: [id] }, cookie);
  expect(await text(await hub.get('/gestion/annuaire/a-confirmer', cookie))).toContain('Tout est confirmé');
  expect(await text(await hub.get('/gestion', cookie))).not.toContain('jamais confirmée');
});

it('keeps its pages to the team', async () => {
  const hub = await site.hub();
  const member = await hub.signIn('member');
  for (const path of [
    'moderation',
    'doublons',
    'fusionner',
    'couverture',
    'a-confirmer',
    'a-confirmer.csv',
    'importer',
  ]) {
    expect((await hub.get(`/gestion/annuaire/${path}`, member)).status).toBe(404);
  }
});
