import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { municipalityCentre } from '#platform/geo/index.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { editOrganization } from '../../commands/edit-organization.ts';
import { trashOrganizations } from '../../commands/trash-organizations.ts';
import { anOrganization, aTheme, guichen } from '../../testing/builders.ts';
import { rowsOf } from './bitset.ts';
import { boundsOf, mapView } from './clusters.ts';
import { idAt, nameAt, slugAt } from './directory-columns.ts';
import { noFilters, type DirectoryFilters } from './directory-filters.ts';
import { directoryIndex, forgetDirectoryIndexes, hearDirectoryChange } from './directory-index.ts';
import { nearestFirst } from './directory-snapshot.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function office() {
  return contextOf(database, await newHub(database), actorWith('employee'));
}
type Office = Awaited<ReturnType<typeof office>>;

async function names(ctx: Office, filters: Partial<DirectoryFilters> = {}): Promise<string[]> {
  const snapshot = await directoryIndex(ctx.db, ctx.hubId);
  return rowsOf(snapshot.select({ ...noFilters, ...filters }).rows).map((row) => nameAt(snapshot.columns, row));
}

describe('the directory index', () => {
  it('lists what is published in order of name, whatever accents and capitals', async () => {
    const ctx = await office();
    for (const name of ['Zébulon', 'école du dehors', 'Abeilles', 'Éclaireurs']) await anOrganization(ctx, { name });
    await anOrganization(ctx, { name: 'Brouillon' }, { status: 'draft' });
    expect(await names(ctx)).toEqual(['Abeilles', 'Éclaireurs', 'école du dehors', 'Zébulon']);
  });

  it('takes in what is announced: renamed, added, trashed', async () => {
    const ctx = await office();
    const a = await anOrganization(ctx, { name: 'Abeilles' });
    const b = await anOrganization(ctx, { name: 'Bourdons' });
    await anOrganization(ctx, { name: 'Cigales' });
    expect(await names(ctx)).toEqual(['Abeilles', 'Bourdons', 'Cigales']);
    await execute(ctx, editOrganization, { id: a.id, version: 1, changes: { name: 'Zoé' } });
    await execute(ctx, trashOrganizations, { ids: [b.id] });
    const added = await anOrganization(ctx, { name: 'Araignées' });
    hearDirectoryChange(`${ctx.hubId}:${[a.id, b.id, added.id].join(',')}`);
    expect(await names(ctx)).toEqual(['Araignées', 'Cigales', 'Zoé']);
    const { columns, lookup } = await directoryIndex(ctx.db, ctx.hubId);
    expect(slugAt(columns, lookup.rowOf(a.id))).toBe('zoe');
    expect(idAt(columns, lookup.rowOf(added.id))).toBe(added.id);
    expect(lookup.rowOf(b.id)).toBe(-1);
  });

  it('gives the same after changes told one by one as when read anew', async () => {
    const ctx = await office();
    const food = await aTheme(ctx);
    const sheets = [];
    for (let n = 0; n < 40; n++)
      sheets.push(await anOrganization(ctx, { name: `Structure ${(n * 7) % 40}`, themes: n % 3 ? [food] : [] }));
    await names(ctx);
    for (const [n, { id }] of sheets.entries()) {
      if (n % 4 === 0) await execute(ctx, trashOrganizations, { ids: [id] });
      if (n % 4 === 1)
        await execute(ctx, editOrganization, {
          id,
          version: 1,
          changes: { name: `Autre ${n}`, themes: n % 2 ? [food] : [] },
        });
      hearDirectoryChange(`${ctx.hubId}:${id}`);
    }
    const told = [await names(ctx), await names(ctx, { themes: ['alimentation'] })];
    forgetDirectoryIndexes();
    expect([await names(ctx), await names(ctx, { themes: ['alimentation'] })]).toEqual(told);
  });

  it('filters by theme and those under it, form, town, mark, and counts what each choice leaves', async () => {
    const ctx = await office();
    const food = await aTheme(ctx, 'Alimentation');
    const gardens = await aTheme(ctx, 'Maraîchage', food);
    const arts = await aTheme(ctx, 'Arts');
    await anOrganization(ctx, { name: 'Ad', themes: [gardens], legalForm: 'association' }, { status: 'draft' });
    await anOrganization(ctx, { name: 'Bé', themes: [food], legalForm: 'scop', means: ['Serre'] });
    await anOrganization(ctx, {
      name: 'Cé',
      themes: [arts],
      legalForm: 'association',
      locations: [{ ...guichen, city: 'Redon', municipalityInsee: '35236' }],
    });
    await anOrganization(ctx, { name: 'Aa', themes: [gardens, arts], legalForm: 'association', isMember: true });
    expect(await names(ctx, { themes: ['alimentation'] })).toEqual(['Aa', 'Bé']);
    expect(await names(ctx, { themes: ['alimentation', 'arts'], legalForms: ['association'] })).toEqual(['Aa', 'Cé']);
    expect(await names(ctx, { marks: ['lends'] })).toEqual(['Bé']);
    expect(await names(ctx, { towns: ['35236'] })).toEqual(['Cé']);
    const snapshot = await directoryIndex(ctx.db, ctx.hubId);
    const facets = snapshot.facets({ ...noFilters, legalForms: ['association'] });
    expect(facets.themes.map(({ theme, count }) => [theme.label, theme.depth, count])).toEqual([
      ['Alimentation', 0, 1],
      ['Maraîchage', 1, 1],
      ['Arts', 0, 2],
    ]);
    expect(facets.legalForms).toEqual([
      { family: 'association', count: 2 },
      { family: 'scop', count: 1 },
    ]);
    expect(facets.marks.member).toBe(1);
  });

  it('never holds a place kept from the public: its municipality’s centre stands for it', async () => {
    const ctx = await office();
    await anOrganization(ctx, { locations: [{ ...guichen, lon: -1.81, lat: 47.95, visibility: 'staff' }] });
    const { columns } = await directoryIndex(ctx.db, ctx.hubId);
    const centre = municipalityCentre('35126');
    expect(columns.lon[0]).toBeCloseTo(centre?.longitude ?? 0, 4);
    expect(columns.lat[0]).toBeCloseTo(centre?.latitude ?? 0, 4);
  });

  it('puts the nearest first', async () => {
    const ctx = await office();
    await anOrganization(ctx, { name: 'Loin', locations: [{ ...guichen, lon: -2.1, lat: 47.65 }] });
    await anOrganization(ctx, { name: 'Tout près', locations: [{ ...guichen, lon: -1.8, lat: 47.97 }] });
    await anOrganization(ctx, { name: 'Nulle part', locations: [] });
    const { columns, select } = await directoryIndex(ctx.db, ctx.hubId);
    expect(nearestFirst(columns, select(noFilters).rows, -1.79, 47.96).map((row) => nameAt(columns, row))).toEqual([
      'Tout près',
      'Loin',
      'Nulle part',
    ]);
    expect(await names(ctx, { near: { lon: -1.79, lat: 47.96, within: 5 } })).toEqual(['Tout près']);
  });

  it('groups points that stand together, and says where all of them are', async () => {
    const ctx = await office();
    for (let n = 0; n < 5; n++) await anOrganization(ctx, { name: `Ensemble ${n}` });
    await anOrganization(ctx, { name: 'Seule', locations: [{ ...guichen, lon: -2.1, lat: 47.65 }] });
    const snapshot = await directoryIndex(ctx.db, ctx.hubId);
    const view = mapView(snapshot, noFilters, [-3, 47, -1, 49], 10);
    expect(view.groups).toEqual([[expect.closeTo(-1.7953, 3), expect.closeTo(47.9676, 3), 5, 0]]);
    expect(view.points.map((point) => [point[2], point[3]])).toEqual([['Seule', 'seule']]);
    expect(boundsOf(snapshot, noFilters)?.map((degrees) => Math.round(degrees * 100) / 100)).toEqual([
      -2.1, 47.65, -1.8, 47.97,
    ]);
  });

  it('shows nothing of another hub', async () => {
    const [here, there] = [await office(), await office()];
    await anOrganization(here);
    expect(await names(there)).toEqual([]);
    await there.db.execute(sql`select 1`);
    hearDirectoryChange(`${there.hubId}:*`);
    expect(await names(there)).toEqual([]);
  });
});
