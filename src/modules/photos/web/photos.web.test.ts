import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachPhoto } from '#modules/directory/index.ts';
import { anOrganization } from '#modules/directory/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';
import { askAgreement } from '../commands/ask-agreement.ts';
import { addPhotoPerson, sayPeople } from '../commands/name-people.ts';
import { aJpeg, aPhoto } from '../testing/builders.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

async function openHub() {
  const hub = await site.hub();
  const employee = await hub.person('employee');
  return { hub, cookie: employee.cookie, ctx: await hub.context(employee.actor) };
}

const photo = async (name: string): Promise<File> =>
  new File([Buffer.from(await aJpeg())], name, { type: 'image/jpeg' });

async function page(hub: TestHub, path: string, cookie?: string): Promise<string> {
  const response = await hub.get(path, cookie);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

async function idsIn(ctx: Context): Promise<string[]> {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`select image_id as id from photos order by image_id`);
  return rows.map(({ id }) => id);
}

// Announcements come back from the database on their own connection.
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

const words = {
  credit: 'Anna Le Goff',
  occasion: 'Fête de la récup',
  takenOn: '',
  agreement: 'unsaid',
  means: 'paper',
};

describe('sending many photos', () => {
  it('keeps the good ones, and says of each other why it was refused', async () => {
    const { hub, cookie, ctx } = await openHub();
    const heic = new File(
      [Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')])],
      'IMG_7.HEIC',
    );
    const large = await sharp({ create: { width: 10_000, height: 6_000, channels: 3, background: '#247' } })
      .png()
      .toBuffer();
    const first = await photo('une.jpg');
    const files = [
      first,
      heic,
      new File(['<svg/>'], 'dessin.svg'),
      new File([Buffer.from(large)], 'geante.png'),
      await photo('deux.jpg'),
      first,
    ];
    const response = await hub.post('/gestion/photos/ajouter', { ...words, files }, cookie);
    const html = (await response.text()).replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(response.status).toBe(200);
    expect(html).toContain('2 photos ajoutées');
    expect(html).toContain('1 photo déjà là');
    expect(html).toContain('3 fichiers refusés');
    expect(html).toMatch(/IMG_7\.HEIC.*HEIC de l’iPhone/s);
    expect(html).toMatch(/geante\.png.*trop de pixels/s);
    expect(await idsIn(ctx)).toHaveLength(2);
    expect(await page(hub, '/gestion/photos?occasion=F%C3%AAte+de+la+r%C3%A9cup', cookie)).toMatch(/2\sphotos/);
  });

  it('one by one answers as JSON, and recognises what comes again', async () => {
    const { hub, cookie, ctx } = await openHub();
    const files = await photo('une.jpg');
    const send = async () => (await hub.post('/gestion/photos/envoyer', { ...words, files }, cookie)).json();
    expect(await send()).toMatchObject({ state: 'added', fileName: 'une.jpg' });
    expect(await send()).toMatchObject({ state: 'known' });
    expect(await idsIn(ctx)).toHaveLength(1);
    const refused = await hub.post('/gestion/photos/envoyer', { ...words, credit: '', files }, cookie);
    expect([refused.status, await refused.json()]).toMatchObject([422, { errors: { credit: expect.any(String) } }]);
  });

  it('keeps what was typed when something is missing', async () => {
    const { hub, cookie } = await openHub();
    const response = await hub.post('/gestion/photos/ajouter', { ...words, agreement: 'agreed', names: '' }, cookie);
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain('value="Fête de la récup"');
    expect(html).toContain('Choisissez au moins une photo');
    expect(html).toContain('un nom par ligne');
  });

  it('with agreements already given shows them, without names in public', async () => {
    const { hub, cookie, ctx } = await openHub();
    const files = [await photo('une.jpg')];
    await hub.post(
      '/gestion/photos/ajouter',
      { ...words, agreement: 'agreed', names: 'Zig Discret', isForPress: 'oui', files },
      cookie,
    );
    const [id] = await idsIn(ctx);
    expect((await hub.get(`/images/${id}/320.webp`)).status).toBe(200);
    const gallery = await page(hub, '/phototheque');
    expect(gallery).toContain('Anna Le Goff');
    expect(gallery).not.toContain('Zig Discret');
  });
});

describe('withdrawing', () => {
  it('hides the photo everywhere at once: its address, kept pages, lists, feeds, download', async () => {
    const { hub, ctx } = await openHub();
    const id = await aPhoto(ctx, site.site.ports, { facts: { isForPress: true } });
    unwrap(await execute(ctx, sayPeople, { imageId: id, people: 'nobody_recognisable' }));
    const { id: organizationId } = await anOrganization(ctx, { name: 'Les Jardins du Semnon' });
    unwrap(await execute(ctx, attachPhoto, { organizationId, imageId: id, credit: 'Anna', alternative: 'x' }));
    const person = { name: 'Lou Tanguy', mail: 'lou@exemple.example' };
    const wording = 'J’accepte.';
    const { id: photoPersonId } = unwrap(await execute(ctx, addPhotoPerson, { imageId: id, wording, person }));
    unwrap(await execute(ctx, askAgreement, { photoPersonId, origin: hub.origin, hubName: 'Pôle' }));
    const { rows } = await ctx.db.execute<{ href: string }>(
      sql`select body -> 'action' ->> 'href' as href from mail_messages order by id desc limit 1`,
    );
    const link = new URL(rows[0]?.href ?? '').pathname;
    const question = await page(hub, link);
    expect(question).toContain('Oui, je suis d’accord');
    expect(question).toMatch(/<meta name="robots" content="noindex/);
    expect((await hub.get(`${link}/image`)).status).toBe(200);
    await hub.post(link, { reponse: 'given' });
    await settled();

    const image = await hub.get(`/images/${id}/320.webp`);
    expect([image.status, image.headers.get('cache-control')]).toEqual([200, 'public, no-cache']);
    const etag = image.headers.get('etag') ?? '';
    const asked = { headers: { 'if-none-match': etag } };
    expect((await hub.send(`/images/${id}/320.webp`, asked)).status).toBe(304);
    const places = ['/phototheque', '/annuaire', '/annuaire/les-jardins-du-semnon', '/annuaire.jsonld'];
    const shows = async (path: string): Promise<boolean> => (await page(hub, path)).includes(`/images/${id}/`);
    for (const path of places.slice(0, 3)) expect([path, await shows(path)]).toEqual([path, true]);
    expect((await hub.get(`/phototheque/${id}/telecharger`)).headers.get('content-disposition')).toMatch(/attachment/);

    await hub.post(link, { reponse: 'withdrawn' });
    await settled();
    expect((await hub.send(`/images/${id}/320.webp`, asked)).status).toBe(404);
    for (const format of ['640.avif', '1280.webp', '1280.jpeg'])
      expect((await hub.get(`/images/${id}/${format}`)).status).toBe(404);
    for (const path of places) expect([path, await shows(path)]).toEqual([path, false]);
    expect((await hub.get(`/phototheque/${id}/telecharger`)).status).toBe(404);
    expect(await page(hub, link)).toContain('Finalement, je suis d’accord');
  });

  it('leaves the photo to those who keep it, and to nobody else', async () => {
    const { hub, cookie, ctx } = await openHub();
    const id = await aPhoto(ctx, site.site.ports);
    unwrap(await execute(ctx, sayPeople, { imageId: id, people: 'people' }));
    const file = `/gestion/photos/${id}/image/320`;
    const answer = await hub.get(file, cookie);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect((await hub.get(file, await hub.signIn('member'))).status).toBe(404);
    expect((await hub.get(file, await hub.signIn('board_member'))).status).toBe(404);
    expect((await hub.get(`/images/${id}/320.webp`, cookie)).status).toBe(404);
    const other = await openHub();
    expect((await other.hub.get(file, other.cookie)).status).toBe(404);
    expect((await other.hub.get(`/gestion/photos/${id}`, other.cookie)).status).toBe(404);
    expect((await other.hub.get(`/images/${id}/320.webp`)).status).toBe(404);
  });
});

describe('the press gallery', () => {
  it('holds only what is offered, seen by all, agreed to and credited', async () => {
    const { hub, ctx } = await openHub();
    const ports = site.site.ports;
    const seen = { facts: { isForPress: true }, agreement: { people: 'nobody_recognisable' as const } };
    const shown = await aPhoto(ctx, ports, { ...seen, alternative: 'La halle au petit matin' });
    const hidden = [
      await aPhoto(ctx, ports, { ...seen, visibility: 'members' }),
      await aPhoto(ctx, ports, { ...seen, credit: '' }),
      await aPhoto(ctx, ports, { ...seen, agreement: { people: 'unsaid' } }),
      await aPhoto(ctx, ports, { ...seen, agreement: { people: 'people' } }),
      await aPhoto(ctx, ports, { agreement: seen.agreement }),
    ];
    const html = await page(hub, '/phototheque');
    expect(html).toContain(`/images/${shown}/`);
    for (const id of hidden) {
      expect(html).not.toContain(id);
      expect((await hub.get(`/phototheque/${id}/telecharger`)).status).toBe(404);
    }
    expect(await page(hub, '/phototheque?q=halle')).toContain(shown);
    expect(await page(hub, '/phototheque?q=introuvable')).toContain('Aucune photo ne répond');
    const file = await hub.get(`/phototheque/${shown}/telecharger`);
    expect(file.headers.get('content-disposition')).toBe(
      'attachment; filename="la-halle-au-petit-matin-anna-le-goff.jpg"',
    );
  });
});

describe('the team’s pages', () => {
  it('are not for strangers', async () => {
    const { hub, ctx } = await openHub();
    const id = await aPhoto(ctx, site.site.ports);
    const member = await hub.signIn('member');
    for (const path of ['/gestion/photos', `/gestion/photos/${id}`, '/gestion/photos/ajouter', '/gestion/photos.csv']) {
      expect((await hub.get(path)).headers.get('location')).toContain('/connexion');
      expect((await hub.get(path, member)).status).toBe(404);
    }
    for (const path of ['lot', 'ajouter', 'envoyer', 'reprendre', id, `${id}/personnes`, `${id}/remplacer`])
      expect([path, (await hub.post(`/gestion/photos/${path}`, { ids: id }, member)).status]).toEqual([path, 404]);
  });

  it('propose to a member her own photos only', async () => {
    const { hub, ctx } = await openHub();
    const theirs = await aPhoto(ctx, site.site.ports);
    const { cookie, actor } = await hub.person('member');
    const mine = await aPhoto(await hub.context(actor), site.site.ports);
    const found = (await (await hub.get('/gestion/photos/choisir?q=velos', cookie)).json()) as { id: string }[];
    expect(found.map(({ id }) => id)).toEqual([mine]);
    expect(found.map(({ id }) => id)).not.toContain(theirs);
  });

  it('describe, name, ask, note, trash and take back, without script', async () => {
    const { hub, cookie, ctx } = await openHub();
    const id = await aPhoto(ctx, site.site.ports);
    const path = `/gestion/photos/${id}`;
    const sheet = {
      version: '1',
      alternative: 'Un four à pain',
      credit: 'Anna',
      visibility: 'public',
      focalX: '20',
      focalY: '80',
    };
    expect((await hub.post(path, sheet, cookie)).status).toBe(303);
    const stale = await hub.post(path, { ...sheet, alternative: 'Ma phrase' }, cookie);
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain('Ma phrase');
    const person = { 'person-name': 'Lou Tanguy', 'person-mail': 'lou@exemple', 'person-answer': 'mail' };
    const wrong = await hub.post(`${path}/personnes`, person, cookie);
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('Cette adresse n’est pas complète.');
    await hub.post(`${path}/personnes`, { ...person, 'person-mail': 'lou@exemple.example' }, cookie);
    const asked = await page(hub, path, cookie);
    expect(asked).toContain('Demandé par mail');
    expect(asked).toContain('cachée en attendant les accords');
    const act = /personnes\/([0-9a-f-]{36})/.exec(asked)?.[1] ?? '';
    await hub.post(`${path}/personnes/${act}`, { act: 'given', means: 'paper' }, cookie);
    expect(await page(hub, path, cookie)).toMatch(/Accord donné.*sur papier signé.*noté par/s);
    const trashed = await hub.post('/gestion/photos/lot', { ids: id, action: 'corbeille' }, cookie);
    expect(trashed.status).toBe(303);
    expect((await hub.get(`/images/${id}/320.webp`)).status).toBe(404);
    await hub.post(`/gestion/photos/reprendre?ids=${id}`, {}, cookie);
    expect((await hub.get(`/images/${id}/320.webp`)).status).toBe(200);
  });

  it('say where a photo is used', async () => {
    const { hub, cookie, ctx } = await openHub();
    const id = await aPhoto(ctx, site.site.ports);
    expect(await page(hub, `/gestion/photos/${id}`, cookie)).toContain('Aucune page ne la montre');
    const { id: organizationId } = await anOrganization(ctx, { name: 'Les Jardins du Semnon' });
    unwrap(await execute(ctx, attachPhoto, { organizationId, imageId: id, credit: 'Anna', alternative: '' }));
    expect(await page(hub, `/gestion/photos/${id}`, cookie)).toContain('Fiche « Les Jardins du Semnon »');
    expect(await page(hub, '/gestion/photos?inutilisees=oui', cookie)).not.toContain(id);
  });

  it('export without who is on the photos, formulas disarmed', async () => {
    const { hub, cookie, ctx } = await openHub();
    const id = await aPhoto(ctx, site.site.ports, { alternative: '=HYPERLINK("http://x")' });
    const person = { name: 'Zig Discret', mail: 'zig@exemple.example' };
    unwrap(await execute(ctx, addPhotoPerson, { imageId: id, wording: 'x', person }));
    const csv = await page(hub, '/gestion/photos.csv', cookie);
    expect(csv).toContain('accord attendu');
    expect(csv).not.toContain('Zig Discret');
    expect(csv).not.toMatch(/(^|[;,"])=HYPERLINK/);
  });
});

describe('the photos of a sheet', () => {
  it('come from this device or from the bank; one refused for its words is not lost', async () => {
    const { hub, cookie, ctx } = await openHub();
    const { id } = await anOrganization(ctx, { name: 'Les Jardins du Semnon' });
    const path = `/gestion/annuaire/${id}`;
    const refused = await hub.post(`${path}/photos`, { photo: '', photo_file: await photo('a.jpg') }, cookie);
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain('Dites ce qu’on voit sur la photo');
    const [sent] = await idsIn(ctx);
    expect(html).toMatch(new RegExp(`value="${sent}"[^>]*checked|checked[^>]*value="${sent}"`));
    await hub.post(`${path}/photos`, { photo: sent ?? '', photo_alternative: 'Un rang de choux' }, cookie);
    expect(await idsIn(ctx)).toHaveLength(1);
    expect(await page(hub, '/annuaire/les-jardins-du-semnon')).toContain('Un rang de choux');
    expect(await page(hub, `/gestion/photos/${sent}`, cookie)).toContain('Un rang de choux');
    const twice = await hub.post(`${path}/photos`, { photo: sent ?? '' }, cookie);
    expect(await twice.text()).toContain('déjà sur la fiche');
  });

  it('searches the bank without script, keeping what was typed', async () => {
    const { hub, cookie, ctx } = await openHub();
    const { id } = await anOrganization(ctx, { name: 'Les Jardins du Semnon' });
    const halle = await aPhoto(ctx, site.site.ports, { alternative: 'La halle' });
    await aPhoto(ctx, site.site.ports, { alternative: 'Le four' });
    const fields = { photo_search: 'oui', photo_words: 'halle', photo_alternative: 'Ma phrase' };
    const html = await (await hub.post(`/gestion/annuaire/${id}/photos`, fields, cookie)).text();
    expect(html).toContain(halle);
    expect(html).not.toContain('Le four');
    expect(html).toContain('Ma phrase');
  });

  it('is taken off only when asked to, and can be put back', async () => {
    const { hub, cookie, ctx } = await openHub();
    const { id: organizationId } = await anOrganization(ctx, { name: 'Les Jardins du Semnon' });
    const imageId = await aPhoto(ctx, site.site.ports);
    const attached = { organizationId, imageId, credit: 'Anna', alternative: 'Un chou' };
    const { id } = unwrap(await execute(ctx, attachPhoto, attached));
    const act = `/gestion/annuaire/photos/${id}`;
    expect((await hub.post(act, {}, cookie)).status).toBe(404);
    expect((await hub.post(act, { act: 'tout' }, cookie)).status).toBe(404);
    expect(await page(hub, '/annuaire/les-jardins-du-semnon')).toContain(imageId);
    await hub.post(act, { act: 'remove' }, cookie);
    expect(await page(hub, '/annuaire/les-jardins-du-semnon')).not.toContain(imageId);
    const back = new URLSearchParams({ imageId, credit: 'Anna', alternative: 'Un chou' });
    await hub.post(`/gestion/annuaire/${organizationId}/photos/remettre?${back.toString()}`, {}, cookie);
    expect(await page(hub, '/annuaire/les-jardins-du-semnon')).toContain(imageId);
  });
});

it('nothing broke on the way', () => {
  expect(site.failures).toEqual([]);
});
