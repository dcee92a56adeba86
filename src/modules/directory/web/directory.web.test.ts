import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operatorOfMachine } from '#app/machine-actor.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';
import { editOrganization } from '../commands/edit-organization.ts';
import { mergeOrganizations } from '../commands/merge-organizations.ts';
import { contactPerson } from '../profile/organization-profile.ts';
import { anOrganization, aTheme, guichen } from '../testing/builders.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

async function openHub(): Promise<{ hub: TestHub; ctx: Context }> {
  const hub = await site.hub();
  return { hub, ctx: await site.site.contextOf(hub.id, operatorOfMachine) };
}

async function page(hub: TestHub, path: string, cookie?: string): Promise<string> {
  const response = await hub.get(path, cookie);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

// Announcements come back from the database on their own connection.
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 60));
}

const secrets = {
  email: 'cachee@semnon.example',
  phone: '02 99 11 22 33',
  stored: '+33299112233',
  contact: 'Personne-Discrete',
  contactEmail: 'discrete@semnon.example',
  street: '77 chemin Secret',
};

async function aDiscreetSheet(ctx: Context) {
  return anOrganization(ctx, {
    mission: 'Maraîchage et paniers',
    email: secrets.email,
    phone: secrets.phone,
    phoneVisibility: 'members',
    contacts: [contactPerson.parse({ name: secrets.contact, email: secrets.contactEmail })],
    locations: [{ ...guichen, street: secrets.street, visibility: 'staff' }],
  });
}

describe('the public directory', () => {
  it('lists structures with their town, filters by theme and counts, all in the address', async () => {
    const { hub, ctx } = await openHub();
    const food = await aTheme(ctx, 'Alimentation');
    await anOrganization(ctx, {
      name: 'Les Jardins du Semnon',
      themes: [food],
      mission: 'Paniers toute l’année',
      isMember: true,
      legalForm: 'association',
    });
    await anOrganization(ctx, {
      name: 'Le Champ commun des arts',
      locations: [{ ...guichen, city: 'Redon', municipalityInsee: '35236' }],
      legalForm: 'scop',
    });
    await settled();
    const all = await page(hub, '/annuaire');
    expect(all).toContain('Qui fait quoi, près de chez vous');
    expect(all).toMatch(/2\s*structures/);
    expect(all).toContain('Alimentation (1)');
    expect(all).toContain('Guichen · Association');
    const food1 = await page(hub, '/annuaire?theme=alimentation');
    expect(food1).toContain('Les Jardins du Semnon');
    expect(food1).not.toContain('Le Champ commun');
    expect(food1).toContain('Retirer le filtre');
    expect(await page(hub, '/annuaire?q=paniers')).toContain('Les Jardins du Semnon');
    expect(await page(hub, '/annuaire?commune=35236')).not.toContain('Jardins du Semnon</a>');
    expect(await page(hub, '/annuaire?pres=47.65,-2.08')).toMatch(/Le Champ commun[\s\S]*Les Jardins du Semnon/);
    expect(await page(hub, '/annuaire?q=introuvable')).toContain('Rien trouvé');
  });

  it('shows a sheet with its data for search engines, and sends former addresses on', async () => {
    const { hub, ctx } = await openHub();
    const { id } = await anOrganization(ctx, {
      name: 'La Cagette',
      mission: 'Épicerie participative',
      phone: '02 99 00 11 22',
      website: 'cagette.example',
      offers: ['Paniers'],
      locations: [{ ...guichen, openingHours: 'Mo-Fr 09:00-12:00' }],
    });
    await settled();
    const sheet = await page(hub, '/annuaire/la-cagette');
    expect(sheet).toContain('"@type":"Organization"');
    expect(sheet).toContain('tel:+33299001122');
    expect(sheet).toMatch(/lundi au vendredi/);
    expect(sheet).toContain('/annuaire/la-cagette/corriger');
    await execute(ctx, editOrganization, { id, version: 1, changes: { name: 'La Grande Cagette' } });
    await settled();
    const moved = await hub.get('/annuaire/la-cagette');
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/annuaire/la-grande-cagette']);
    expect((await hub.get('/annuaire/inconnue')).status).toBe(404);
  });

  it('sends the address of a merged sheet to the one that was kept', async () => {
    const { hub, ctx } = await openHub();
    const kept = await anOrganization(ctx, { name: 'La Cagette' });
    const merged = await anOrganization(ctx, { name: 'Cagette (la)' });
    await execute(ctx, mergeOrganizations, { keptId: kept.id, mergedId: merged.id });
    await settled();
    expect((await hub.get(`/annuaire/${merged.slug}`)).headers.get('location')).toBe('/annuaire/la-cagette');
  });

  it('lets out nothing kept from the public: page, search, feeds, exports, interfaces', async () => {
    const { hub, ctx } = await openHub();
    const { id, slug } = await aDiscreetSheet(ctx);
    await settled();
    const doors = [
      '/annuaire',
      `/annuaire/${slug}`,
      `/annuaire/${slug}.vcf`,
      `/annuaire/${slug}.jsonld`,
      '/annuaire.csv',
      '/annuaire.geojson',
      '/annuaire.jsonld',
      '/annuaire.json',
      '/annuaire.rss',
      '/api/elements.json',
      '/api/elements.json?ontology=gogocompact',
      `/api/elements/${id}.json`,
      '/api/elements.jsonld',
      '/carte',
      '/annuaire/carte.json?bbox=-3,47,-1,49&zoom=9',
      '/embarquer/annuaire',
      `/annuaire/${slug}/ecrire`,
      '/annuaire?q=discrete',
      '/annuaire?q=secret',
    ];
    for (const door of doors) {
      const body = await page(hub, door);
      for (const secret of [
        secrets.email,
        '02\u00a099\u00a011\u00a022\u00a033',
        secrets.phone,
        secrets.stored,
        secrets.contact,
        secrets.contactEmail,
        secrets.street,
      ]) {
        expect(body.includes(secret) ? `${door} lets out ${secret}` : '').toBe('');
      }
    }
    const member = await hub.signIn('member');
    const seen = await page(hub, `/annuaire/${slug}`, member);
    expect(seen).toContain(secrets.stored);
    expect(seen).not.toContain(secrets.contact);
    // Files are the public's, whoever asks.
    expect(await page(hub, '/annuaire.csv', member)).not.toContain('99\u00a011');
    const staff = await page(hub, `/annuaire/${slug}`, await hub.signIn('employee'));
    expect(staff).toContain(secrets.contact);
  });

  it('passes a message on without showing the address', async () => {
    const { hub, ctx } = await openHub();
    const { slug } = await aDiscreetSheet(ctx);
    const refused = await hub.post(`/annuaire/${slug}/ecrire`, {
      fromName: 'Alex',
      fromEmail: 'pas une adresse',
      message: 'Bonjour, avez-vous des plants ?',
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('avez-vous des plants');
    const sent = await hub.post(`/annuaire/${slug}/ecrire`, {
      fromName: 'Alex',
      fromEmail: 'alex@exemple.fr',
      message: 'Bonjour, avez-vous des plants ?',
    });
    expect(sent.headers.get('location')).toBe(`/annuaire/${slug}`);
    const { rows } = await site.database.ownerPool.query(
      'select recipient, reply_to, body from mail_messages where kind = $1 and hub_id = $2',
      ['directory.relayed-message', hub.id],
    );
    expect(rows).toMatchObject([{ recipient: secrets.email, reply_to: 'alex@exemple.fr' }]);
  });

  it('answers as GoGoCarto does', async () => {
    const { hub, ctx } = await openHub();
    const food = await aTheme(ctx, 'Alimentation');
    const { id } = await anOrganization(ctx, { themes: [food] });
    await anOrganization(ctx, { name: 'Ailleurs', locations: [{ ...guichen, lon: 5, lat: 45 }] });
    await settled();
    const response = await hub.get('/api/elements.json?bounds=-2,47,-1,49');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const body = (await response.json()) as { licence: string; ontology: string; data: Record<string, unknown>[] };
    expect(body).toMatchObject({ ontology: 'gogofull', licence: expect.stringContaining('odbl') });
    expect(body.data).toMatchObject([
      {
        id,
        geo: { latitude: guichen.lat, longitude: guichen.lon },
        categories: ['Alimentation'],
        address: { addressLocality: 'Guichen' },
        status: 1,
      },
    ]);
    expect(body.data[0]?.['updatedAt']).toMatch(/^\d\d\/\d\d\/\d{4} à \d\d:\d\d$/);
    expect(await (await hub.get('/api/taxonomy')).json()).toMatchObject([
      { options: [{ id: food, name: 'Alimentation' }] },
    ]);
    expect((await hub.get('/api/elements/nope.json')).status).toBe(404);
  });

  it('shows no draft to strangers, nor anything of another hub', async () => {
    const [here, there] = [await openHub(), await openHub()];
    const draft = await anOrganization(here.ctx, { name: 'Brouillon secret' }, { status: 'draft' });
    const open = await anOrganization(here.ctx, { name: 'Visible ici' });
    await settled();
    expect((await here.hub.get(`/annuaire/${draft.slug}`)).status).toBe(404);
    expect((await here.hub.get(`/annuaire/${draft.slug}`, await here.hub.signIn('employee'))).status).toBe(200);
    for (const path of [`/annuaire/${open.slug}`, `/api/elements/${open.id}.json`])
      expect((await there.hub.get(path)).status).toBe(404);
    for (const path of ['/annuaire', '/annuaire.csv', '/annuaire.rss', '/api/elements.json'])
      expect(await page(there.hub, path)).not.toContain('Visible ici');
  });
});
