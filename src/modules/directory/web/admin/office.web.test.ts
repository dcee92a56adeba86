import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operatorOfMachine } from '#app/machine-actor.ts';
import type { Context } from '#platform/context/context.ts';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';
import { readOrganizations } from '../../queries/stored-organization.ts';
import { anOrganization, aTheme, guichen } from '../../testing/builders.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

interface Office {
  hub: TestHub;
  ctx: Context;
  cookie: string;
}

async function openOffice(): Promise<Office> {
  const hub = await site.hub();
  return { hub, ctx: await site.site.contextOf(hub.id, operatorOfMachine), cookie: await hub.signIn('employee') };
}

async function sheet(ctx: Context, id: string) {
  const stored = (await readOrganizations(ctx.db, [id])).get(id);
  if (!stored) throw new Error('no such sheet');
  return stored;
}

/** The fields of the one form of a page that posts there, as a browser would send them. */
function fieldsOf(html: string, action: string): Record<string, string | string[]> {
  const form =
    [...html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)].find(([, to]) => to === action)?.[2] ??
    '';
  const fields: Record<string, string | string[]> = {};
  const plain = (text: string): string =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (!name || (/type="(checkbox|radio|file)"/.test(tag) && !/ checked/.test(tag))) continue;
    const value = plain(/value="([^"]*)"/.exec(tag)?.[1] ?? '');
    fields[name] = name in fields ? [fields[name] ?? '', value].flat() : value;
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g))
    fields[name] = plain(text);
  for (const [, name = '', options = ''] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    fields[name] =
      /<option[^>]* selected[^>]*value="([^"]*)"|<option[^>]*value="([^"]*)"[^>]* selected/
        .exec(options)
        ?.slice(1)
        .find(Boolean) ?? '';
  }
  return fields;
}

describe('the team’s side of the directory', () => {
  it('puts a structure told by phone on the map at once, and not twice', async () => {
    const { hub, ctx, cookie } = await openOffice();
    const path = '/gestion/annuaire/nouvelle';
    const form = {
      ...fieldsOf(await (await hub.get(path, cookie)).text(), path),
      name: 'La Cagette',
      town: '35580 Guichen',
      phone: '02 99 00 11 22',
    };
    const sent = await hub.post(path, form, cookie);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/annuaire/la-cagette']);
    // The same form sent again answers the same and adds nothing.
    expect((await hub.post(path, form, cookie)).headers.get('location')).toBe('/annuaire/la-cagette');
    const again = await hub.post(path, { name: 'La Cagette', town: 'Guichen' }, cookie);
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('Elle est peut-être déjà dans l’annuaire');
    const { rows } = await ctx.db.execute(
      'select name, municipality_insee, lon is not null as placed, is_approximate from organizations o join organization_locations l on l.organization_id = o.id',
    );
    expect(rows).toEqual([{ name: 'La Cagette', municipality_insee: '35126', placed: true, is_approximate: true }]);
    expect(
      await (await hub.get('/gestion/annuaire/ressemblances?name=la+cagette&town=Guichen', cookie)).json(),
    ).toMatchObject([{ name: 'La Cagette' }]);
  });

  it('edits a sheet through its form: what is not touched stays exactly as it was', async () => {
    const { hub, ctx, cookie } = await openOffice();
    const food = await aTheme(ctx);
    const { id } = await anOrganization(ctx, {
      themes: [food],
      offers: ['Paniers'],
      phone: '02 99 00 11 22',
      website: 'semnon.example',
      locations: [{ ...guichen, openingHours: 'Mo-Fr 09:00-12:30,14:00-17:00' }],
    });
    const before = await sheet(ctx, id);
    const path = `/gestion/annuaire/${id}`;
    const html = await (await hub.get(path, cookie)).text();
    expect((await hub.post(path, fieldsOf(html, path), cookie)).status).toBe(303);
    expect((await sheet(ctx, id)).version).toBe(1);
    expect(
      (await hub.post(path, { ...fieldsOf(html, path), mission: 'Paniers toute l’année', _cle: ctx.newId() }, cookie))
        .status,
    ).toBe(303);
    const after = await sheet(ctx, id);
    expect(after.profile).toEqual({ ...before.profile, mission: 'Paniers toute l’année' });
    const history = await (await hub.get(`${path}/historique`, cookie)).text();
    expect(history).toContain('En une phrase');
    const wrong = await hub.post(
      path,
      { ...fieldsOf(html, path), siret: '123', mission: 'Gardé', _cle: ctx.newId(), version: '2', base: '2' },
      cookie,
    );
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toMatch(/14 chiffres[\s\S]*Gardé/);
  });

  it('shows both versions to the second editor, and keeps what she chooses', async () => {
    const { hub, ctx, cookie } = await openOffice();
    const { id } = await anOrganization(ctx, { mission: 'Avant', shortName: 'JDS' });
    const path = `/gestion/annuaire/${id}`;
    const [one, two] = await Promise.all(
      [hub.get(path, cookie), hub.get(path, cookie)].map(async (page) => fieldsOf(await (await page).text(), path)),
    );
    await hub.post(path, { ...one, mission: 'La première', description: 'Ajoutée par la première' }, cookie);
    const refused = await hub.post(path, { ...two, mission: 'La seconde', shortName: 'Semnon' }, cookie);
    expect(refused.status).toBe(409);
    const html = await refused.text();
    expect(html).toContain('La première');
    expect(html).toContain('La seconde');
    const choices = { ...fieldsOf(html, path), 'garder.mission': 'autre', 'garder.shortName': 'mienne' };
    expect((await hub.post(path, choices, cookie)).status).toBe(303);
    expect((await sheet(ctx, id)).profile).toMatchObject({
      mission: 'La première',
      shortName: 'Semnon',
      description: 'Ajoutée par la première',
    });
  });

  it('filters, acts in bulk, undoes', async () => {
    const { hub, ctx, cookie } = await openOffice();
    const a = await anOrganization(ctx, { name: 'Abeilles' });
    await anOrganization(ctx, { name: 'Bourdons', locations: [] }, { status: 'draft' });
    const list = async (query: string): Promise<string> => (await hub.get(`/gestion/annuaire${query}`, cookie)).text();
    expect(await list('')).toMatch(/Abeilles[\s\S]*Bourdons/);
    expect(await list('?etat=draft')).not.toContain('Abeilles');
    expect(await list('?sans-point=oui')).toContain('Bourdons');
    expect(await list('?q=bourd')).toContain('Bourdons');
    for (const sort of ['nom', 'commune', 'verifiee', 'modifiee'])
      expect(await list(`?tri=${sort}&sens=decroissant`)).toContain('Abeilles');
    await hub.post('/gestion/annuaire/lot', { ids: [a.id], action: 'corbeille', retour: '/gestion/annuaire' }, cookie);
    expect((await hub.get(`/annuaire/${a.slug}`)).status).toBe(404);
    expect(await (await hub.get('/gestion/annuaire/corbeille', cookie)).text()).toContain('Abeilles');
    await hub.post(`/gestion/annuaire/corbeille/restaurer?ids=${a.id}`, {}, cookie);
    expect((await hub.get(`/annuaire/${a.slug}`, cookie)).status).toBe(200);
    const csv = await (await hub.get('/gestion/annuaire.csv', cookie)).text();
    expect(csv).toContain('"Brouillon"');
  });

  it('arranges domains', async () => {
    const { hub, cookie } = await openOffice();
    const path = '/gestion/annuaire/domaines';
    expect(await (await hub.get(path, cookie)).text()).toContain('Partir de la liste commune');
    await hub.post(path, { act: 'commune' }, cookie);
    expect(await (await hub.get(path, cookie)).text()).toContain('Alimentation et agriculture');
  });

  it('is closed to strangers and to members', async () => {
    const { hub, ctx } = await openOffice();
    const { id } = await anOrganization(ctx);
    const member = await hub.signIn('member');
    for (const path of [
      '/gestion/annuaire',
      '/gestion/annuaire.csv',
      '/gestion/annuaire/nouvelle',
      `/gestion/annuaire/${id}`,
      `/gestion/annuaire/${id}/historique`,
      '/gestion/annuaire/corbeille',
      '/gestion/annuaire/domaines',
    ]) {
      expect([path, (await hub.get(path)).status]).toEqual([path, 303]);
      expect([path, (await hub.get(path, member)).status]).toEqual([path, 404]);
    }
    expect((await hub.post(`/gestion/annuaire/${id}`, { name: 'Volée' }, member)).status).toBe(404);
  });
});
