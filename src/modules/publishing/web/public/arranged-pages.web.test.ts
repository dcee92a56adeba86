import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { newId } from '#platform/ids/ids.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith } from '#tests/support/database.ts';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';
import { savePublication } from '../../commands/save-publication.ts';
import type { PublicationInput } from '../../content/publication-fields.ts';
import type { PublicationKind } from '../../domain/publication.ts';
import { publicationAt } from '../../queries/stored-publication.ts';

let site: TestSite;
let hub: TestHub;
let ctx: Context;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub('Pôle ESS des Marais');
  ctx = await hub.context(actorWith('employee'));
});
afterAll(() => site.close());

const textOf = async (path: string, cookie?: string) => (await hub.get(path, cookie)).text();
const mainOf = (page: string): string => /<main.*<\/main>/s.exec(page)?.[0] ?? '';
const dataOf = (page: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '[]') as Record<
    string,
    unknown
  >[];

async function save<Kind extends PublicationKind>(
  kind: Kind,
  fields: PublicationInput<Kind>,
  more: { act?: 'keep' | 'publish'; slug?: string; id?: string; version?: number } = {},
) {
  const { act = 'publish', slug = null, id = null, version = null } = more;
  return unwrap(await execute(ctx, savePublication, { id, kind, version, act, fields, slug }));
}

describe('the home', () => {
  test('follows the modules until it is arranged: one heading, the doors, no news while there is none', async () => {
    const page = await textOf('/');
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).not.toContain('Ça bouge');
    expect(page.indexOf('Vous êtes…')).toBeLessThan(page.indexOf('Je veux…'));
    expect(dataOf(page)[0]).toMatchObject({ '@type': 'NGO', name: 'Pôle ESS des Marais', url: hub.origin });
  });

  test('shows what is published at once, and says whose it is', async () => {
    await save('news', { title: 'Le camion roule', brief: 'Il part lundi.', content: {} });
    await save('news', { title: 'Un secret', brief: 'Pas encore.', content: {} }, { act: 'keep' });
    const page = mainOf(await textOf('/'));
    expect(page).toContain('Ça bouge');
    expect(page).toMatch(/<p class="label own">Actualité du pôle/);
    expect(page).toContain('href="/actualites/proposer"');
    expect(page).not.toContain('Un secret');
  });

  test('is arranged by the employee; what she hides is hidden, what she did not place keeps showing', async () => {
    const placed = (key: string, isHidden = false) => ({ id: newId(), kind: 'contribution' as const, key, isHidden });
    const blocks = [
      placed('hub.hero', true),
      { id: newId(), kind: 'text' as const, title: 'Un mot de nous', html: '<p>Bonjour<script>alert(1)</script></p>' },
      placed('publishing.intents'),
      placed('publishing.news', true),
      placed('module.parti'),
    ];
    const fields = { title: 'Accueil', content: { blocks } };
    const { id, version } = await save('home', fields, { act: 'keep' });
    expect(await textOf('/')).not.toContain('Un mot de nous');
    await save('home', fields, { id, version });
    const page = mainOf(await textOf('/'));
    expect(page).toContain('<p>Bonjour</p>');
    expect(page).not.toContain('Ça bouge');
    expect(page).toContain('Vous êtes…');
    // Without any opening left, the page still has its main heading.
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).toContain('<h1 class="visually-hidden">Pôle ESS des Marais</h1>');
    expect(await textOf('/', await hub.signIn('employee'))).toContain(`href="/gestion/contenus/${id}"`);
    expect(await textOf('/', await hub.signIn('member'))).not.toContain('Modifier l’accueil');
  });
});

describe('a door', () => {
  test('speaks to its reader, and opens the form with her words', async () => {
    const page = await textOf('/pour/transmission');
    expect(page).toContain('Vous êtes une entreprise à transmettre');
    expect(page).toContain('vous=transmission');
    expect(page).toContain(`de=${encodeURIComponent('/pour/transmission')}`);
    expect(page).toContain(`<meta property="og:url" content="${hub.origin}/pour/transmission"/>`);
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).not.toMatch(/ style="| on[a-z]+="/);
    const types = dataOf(page).map((data) => data['@type']);
    expect(types).toEqual(['BreadcrumbList', 'FAQPage']);
  });

  test('gathers what is tagged for it, public only, and nothing tagged for others', async () => {
    await save('news', { title: 'Atelier pour cédants', brief: 'Jeudi.', audiences: ['transmission'], content: {} });
    await save(
      'news',
      { title: 'Brouillon pour cédants', brief: 'Plus tard.', audiences: ['transmission'], content: {} },
      { act: 'keep' },
    );
    await save('resource', { title: 'Vendre à son équipe', audiences: ['transmission'], content: {} });
    await save('resource', { title: 'Fiche pour les écoles', audiences: ['ecole'], content: {} });
    const page = mainOf(await textOf('/pour/transmission'));
    expect(page).toContain('Atelier pour cédants');
    expect(page).toContain('Vendre à son équipe');
    expect(page).not.toContain('Brouillon pour cédants');
    expect(page).not.toContain('Fiche pour les écoles');
    expect(mainOf(await textOf('/pour/ecole'))).toContain('Fiche pour les écoles');
  });

  test('a former address leads to the new one, an archived or unknown one to nothing', async () => {
    const found = await publicationAt(ctx.db, 'door', 'financer');
    if (!found || !('publication' in found)) throw new Error('the hub has no such door');
    const { id, version, fields } = found.publication;
    await save('door', fields, { id, version, slug: 'trouver-des-sous' });
    const moved = await hub.get('/pour/financer');
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/pour/trouver-des-sous']);
    expect((await hub.get('/pour/trouver-des-sous')).status).toBe(200);
    expect((await hub.get('/pour/inconnue')).status).toBe(404);
    expect(await textOf('/pour')).toContain('href="/pour/trouver-des-sous"');
    expect(await textOf('/pour')).toContain('href="/pour/association"');
  });

  test('belongs to its hub', async () => {
    await save('door', { title: 'Une porte à nous', content: { tag: 'ici', label: 'd’ici' } }, { slug: 'ici' });
    expect((await hub.get('/pour/ici')).status).toBe(200);
    const neighbour = await site.hub('Pôle voisin');
    expect((await neighbour.get('/pour/ici')).status).toBe(404);
    expect(await (await neighbour.get('/pour')).text()).not.toContain('Une porte à nous');
  });
});

describe('a page', () => {
  test('plays a video of another site only on click, and only of that site', async () => {
    const blocks = [
      {
        id: newId(),
        kind: 'video' as const,
        title: 'Le film',
        url: 'https://tube.example/w/9db9f2fd7b5f',
        transcript: 'On y voit le marché.',
      },
      { id: newId(), kind: 'call-to-action' as const, title: 'Venez', label: 'S’inscrire', href: '/agenda' },
    ];
    await save('page', { title: 'Un film sur nous', content: { blocks } });
    // Asked twice: the second comes from the pages kept.
    for (const turn of [1, 2]) {
      const answer = await hub.get('/pages/un-film-sur-nous');
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect([turn, policy.includes('frame-src https://tube.example;')]).toEqual([turn, true]);
      const page = await answer.text();
      expect(page).not.toContain('<iframe');
      expect(page).toContain('href="https://tube.example/w/9db9f2fd7b5f"');
      expect(page).toContain('On y voit le marché.');
    }
    expect((await hub.get('/')).headers.get('content-security-policy')).not.toContain('frame-src');
  });

  test('shows no picture nor file that is not for everyone', async () => {
    const missing = newId();
    const blocks = [
      {
        id: newId(),
        kind: 'gallery' as const,
        title: 'Nos photos',
        pictures: [{ imageId: missing, alternative: 'Rien' }],
      },
      { id: newId(), kind: 'files' as const, title: 'Nos documents', files: [{ fileId: missing, label: 'Secret' }] },
    ];
    await save('page', { title: 'Sans images', content: { blocks } });
    const page = mainOf(await textOf('/pages/sans-images'));
    expect(page).not.toContain(missing);
    expect(page).not.toContain('Nos photos');
    expect(page).not.toContain('Nos documents');
  });

  test('the one about the hub stands at its own address, and says what the hub is not', async () => {
    const page = await textOf('/le-pole');
    expect(page).toContain('ni une chambre consulaire');
    expect(page).toContain('Nous trouver');
    const other = await hub.get('/pages/le-pole');
    expect([other.status, other.headers.get('location')]).toEqual([301, '/le-pole']);
  });
});

describe('weight and validity', () => {
  test('the home and a door stay under 40 KB compressed', async () => {
    for (const path of ['/', '/pour/association', '/le-pole', '/pour']) {
      const answer = await hub.send(path, { headers: { 'accept-encoding': 'br' } });
      const { length } = new Uint8Array(await answer.arrayBuffer());
      expect([path, length < 40_000]).toEqual([path, true]);
    }
  });
});
