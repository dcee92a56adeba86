import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { anOrganization, aTheme, guichen } from '../testing/builders.ts';
import { addOrganization } from './add-organization.ts';
import { confirmOrganization } from './confirm-organization.ts';
import { deleteTheme } from './delete-theme.ts';
import { editOrganization } from './edit-organization.ts';
import { editTheme } from './edit-theme.ts';
import { mergeOrganizations } from './merge-organizations.ts';
import { mergeThemes } from './merge-themes.ts';
import { publishOrganizations } from './publish-organizations.ts';
import { restoreOrganizations } from './restore-organizations.ts';
import { restoreVersion } from './restore-version.ts';
import { readOrganizations } from './saving/stored-organization.ts';
import { trashOrganizations } from './trash-organizations.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function office() {
  return contextOf(database, await newHub(database), actorWith('employee'));
}
type Office = Awaited<ReturnType<typeof office>>;

async function sheet(ctx: Office, id: string) {
  const stored = (await readOrganizations(ctx.db, [id])).get(id);
  if (!stored) throw new Error('no such sheet');
  return stored;
}

async function found(ctx: Office, text: string): Promise<string[]> {
  const { rows } = await ctx.db.execute<{ subject_id: string }>(sql`select subject_id from search_entries
    where visibility = 'public' and document @@ plainto_tsquery('french_plain', ${text})`);
  return rows.map((row) => row.subject_id);
}

describe('adding a structure', () => {
  it('keeps every part of the sheet, and finds it by its theme’s parent', async () => {
    const ctx = await office();
    const food = await aTheme(ctx, 'Alimentation');
    const gardening = await aTheme(ctx, 'Maraîchage', food);
    const { id, slug } = await anOrganization(ctx, {
      themes: [gardening],
      offers: ['Paniers'],
      contacts: [{ name: 'Lou Le Goff' } as never],
    });
    expect(slug).toBe('les-jardins-du-semnon');
    const { profile, version, fieldOrigins } = await sheet(ctx, id);
    expect(profile).toMatchObject({
      name: 'Les Jardins du Semnon',
      themes: [gardening],
      offers: ['Paniers'],
      locations: [guichen],
    });
    expect(profile.contacts).toMatchObject([{ name: 'Lou Le Goff', visibility: 'staff' }]);
    expect(version).toBe(1);
    expect(fieldOrigins.offers).toMatchObject({ source: 'équipe', confirmedBy: 'Camille Essai' });
    expect(await found(ctx, 'alimentation guichen')).toEqual([id]);
    expect(ctx.witness.facts).toContainEqual({ type: 'organizationChanged', ids: [id] });
  });

  it('shows those that look alike instead of adding twice', async () => {
    const ctx = await office();
    const { id } = await anOrganization(ctx, { siret: '73282932000074', phone: '02 99 00 11 22' });
    const again = (profile: object) => execute(ctx, addOrganization, { profile });
    expect(await again({ name: 'Jardins du Semnon', locations: [guichen] })).toMatchObject({
      reason: 'looks_alike',
      details: [{ id, because: 'name' }],
    });
    expect(await again({ name: 'Autre nom', siret: '732 829 320 00074' })).toMatchObject({
      details: [{ because: 'identifier' }],
    });
    expect(await again({ name: 'Autre nom', phone: '+33 2 99 00 11 22' })).toMatchObject({
      details: [{ because: 'phone' }],
    });
    expect(
      await again({
        name: 'Jardins du Semnon',
        locations: [{ ...guichen, city: 'Redon', municipalityInsee: '35236' }],
      }),
    ).toMatchObject({ ok: true });
  });

  it('adds once what two people add at the same moment', async () => {
    const ctx = await office();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => execute(ctx, addOrganization, { profile: { name: 'La Cagette' } })),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it('says which field is wrong', async () => {
    const ctx = await office();
    expect(
      await execute(ctx, addOrganization, { profile: { name: 'X', website: 'javascript:alert(1)' } }),
    ).toMatchObject({
      reason: 'invalid',
      fields: { 'profile.name': 'Indiquez le nom de la structure.', 'profile.website': expect.any(String) },
    });
  });
});

describe('editing a sheet', () => {
  it('touches only the fields given', async () => {
    const ctx = await office();
    const { id } = await anOrganization(ctx, { phone: '02 99 00 11 22', offers: ['Paniers'] });
    expect(
      await execute(ctx, editOrganization, { id, version: 1, changes: { mission: 'Insertion par le maraîchage.' } }),
    ).toMatchObject({ ok: true, value: { version: 2 } });
    expect((await sheet(ctx, id)).profile).toMatchObject({
      phone: '+33299001122',
      offers: ['Paniers'],
      mission: 'Insertion par le maraîchage.',
      locations: [guichen],
    });
  });

  it('shows the second editor what the first one wrote', async () => {
    const ctx = await office();
    const { id } = await anOrganization(ctx, { mission: 'Avant' });
    await execute(ctx, editOrganization, { id, version: 1, changes: { mission: 'La première' } });
    const second = await execute(ctx, editOrganization, {
      id,
      version: 1,
      changes: { mission: 'La seconde', shortName: 'JDS' },
    });
    expect(second).toMatchObject({
      reason: 'edited_meanwhile',
      details: { version: 2, theirs: { mission: 'La première' }, fields: ['shortName', 'mission'] },
    });
    expect((await sheet(ctx, id)).profile.mission).toBe('La première');
  });

  it('lets one of twenty editors through at a time', async () => {
    const ctx = await office();
    const { id } = await anOrganization(ctx);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        execute(ctx, editOrganization, { id, version: 1, changes: { mission: `Texte ${n}` } }),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect((await sheet(ctx, id)).version).toBe(2);
  });

  it('keeps the former address and never gives it to another', async () => {
    const ctx = await office();
    const { id } = await anOrganization(ctx, { name: 'La Cagette' });
    await execute(ctx, editOrganization, { id, version: 1, changes: { name: 'La Grande Cagette' } });
    expect((await sheet(ctx, id)).slug).toBe('la-grande-cagette');
    const other = await anOrganization(ctx, { name: 'La Cagette' });
    expect(other.slug).toBe('la-cagette-guichen');
    await execute(ctx, editOrganization, { id, version: 2, changes: { name: 'La Cagette' } });
    expect((await sheet(ctx, id)).slug).toBe('la-cagette');
  });

  it('comes back to an earlier version', async () => {
    const ctx = await office();
    const { id } = await anOrganization(ctx, { mission: 'Avant', offers: ['Paniers'] });
    await execute(ctx, editOrganization, { id, version: 1, changes: { mission: 'Après', offers: [] } });
    expect(await execute(ctx, restoreVersion, { id, version: 1 })).toMatchObject({ ok: true, value: { version: 3 } });
    expect((await sheet(ctx, id)).profile).toMatchObject({ mission: 'Avant', offers: ['Paniers'] });
  });

  it('notes who said that a field is right', async () => {
    const ctx = await office();
    const { id } = await anOrganization(ctx, { phone: '02 99 00 11 22' });
    await execute(ctx, confirmOrganization, { id, fields: ['phone'] });
    expect((await sheet(ctx, id)).fieldOrigins.phone).toMatchObject({ confirmedBy: 'Camille Essai' });
  });
});

describe('status and trash', () => {
  it('shows a draft to everyone only once published', async () => {
    const ctx = await office();
    const { id } = await anOrganization(ctx, {}, { status: 'draft' });
    expect(await found(ctx, 'semnon')).toEqual([]);
    expect(await execute(ctx, publishOrganizations, { ids: [id] })).toMatchObject({ value: { count: 1 } });
    expect(await found(ctx, 'semnon')).toEqual([id]);
  });

  it('trashes and brings back', async () => {
    const ctx = await office();
    const { id } = await anOrganization(ctx);
    await execute(ctx, trashOrganizations, { ids: [id] });
    expect(await found(ctx, 'semnon')).toEqual([]);
    expect(await execute(ctx, editOrganization, { id, version: 1, changes: { mission: 'x' } })).toMatchObject({
      reason: 'not_found',
    });
    await execute(ctx, restoreOrganizations, { ids: [id] });
    expect(await found(ctx, 'semnon')).toEqual([id]);
  });
});

describe('merging two sheets', () => {
  it('takes the fields chosen, joins lists, moves sources and addresses, keeps what was', async () => {
    const ctx = await office();
    const kept = await anOrganization(ctx, {
      name: 'Les Jardins du Semnon',
      phone: '',
      offers: ['Paniers'],
      mission: 'La nôtre',
    });
    const other = await anOrganization(ctx, {
      name: 'Jardins Semnon',
      phone: '02 99 00 11 22',
      offers: ['Paniers', 'Plants'],
      mission: 'La leur',
    });
    await ctx.db.execute(
      sql`insert into organization_sources (id, organization_id, source, source_key) values (${ctx.newId()}, ${other.id}, 'carte', '12')`,
    );
    expect(
      await execute(ctx, mergeOrganizations, { keptId: kept.id, mergedId: other.id, taken: ['mission'] }),
    ).toMatchObject({ ok: true });
    const after = await sheet(ctx, kept.id);
    expect(after.profile).toMatchObject({
      phone: '+33299001122',
      offers: ['Paniers', 'Plants'],
      mission: 'La leur',
      name: 'Les Jardins du Semnon',
    });
    const { rows: slugs } = await ctx.db.execute(
      sql`select slug from organization_slugs where organization_id = ${kept.id} order by slug`,
    );
    expect(slugs).toEqual([{ slug: 'jardins-semnon' }, { slug: 'les-jardins-du-semnon' }]);
    const { rows: sources } = await ctx.db.execute(sql`select organization_id from organization_sources`);
    expect(sources).toEqual([{ organization_id: kept.id }]);
    const { rows: merged } = await ctx.db.execute(
      sql`select kept_id, snapshot ->> 'mission' as mission from merged_organizations`,
    );
    expect(merged).toEqual([{ kept_id: kept.id, mission: 'La leur' }]);
    expect(await execute(ctx, restoreOrganizations, { ids: [other.id] })).toMatchObject({ value: { count: 0 } });
    expect(await found(ctx, 'semnon')).toEqual([kept.id]);
  });
});

describe('themes', () => {
  it('never makes a theme its own descendant, nor four levels', async () => {
    const ctx = await office();
    const a = await aTheme(ctx, 'Alimentation');
    const b = await aTheme(ctx, 'Maraîchage', a);
    const c = await aTheme(ctx, 'Semences', b);
    expect(await execute(ctx, editTheme, { id: a, label: 'Alimentation', parentId: c, hue: null })).toMatchObject({
      reason: 'wrong_parent',
    });
    const d = await aTheme(ctx, 'Paysannes');
    expect(await execute(ctx, editTheme, { id: d, label: 'Paysannes', parentId: c, hue: null })).toMatchObject({
      reason: 'wrong_parent',
    });
  });

  it('merges a theme that is used, deletes one that is not', async () => {
    const ctx = await office();
    const [culture, arts] = [await aTheme(ctx, 'Culture'), await aTheme(ctx, 'Arts')];
    const { id } = await anOrganization(ctx, { themes: [arts] });
    expect(await execute(ctx, deleteTheme, { id: arts })).toMatchObject({ reason: 'theme_in_use' });
    expect(await execute(ctx, mergeThemes, { id: arts, intoId: culture })).toMatchObject({ ok: true });
    expect((await sheet(ctx, id)).profile.themes).toEqual([culture]);
  });
});

describe('isolation', () => {
  it('shows no sheet of one hub to another, nor lets it change one', async () => {
    const [here, there] = [await office(), await office()];
    const { id } = await anOrganization(here);
    expect(await readOrganizations(there.db, [id])).toEqual(new Map());
    expect(await found(there, 'semnon')).toEqual([]);
    expect(await execute(there, editOrganization, { id, version: 1, changes: { mission: 'x' } })).toMatchObject({
      reason: 'not_found',
    });
    expect(
      await execute(there, addOrganization, { profile: { name: 'Les Jardins du Semnon', locations: [guichen] } }),
    ).toMatchObject({ ok: true });
  });

  it('is for the team only', async () => {
    const ctx = contextOf(database, await newHub(database), actorWith('member'));
    expect(await execute(ctx, addOrganization, { profile: { name: 'La Cagette' } })).toMatchObject({
      reason: 'forbidden',
    });
  });
});
