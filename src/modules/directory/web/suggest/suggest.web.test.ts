import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';
import { actorWith } from '#tests/support/database.ts';
import { anOrganization } from '../../testing/builders.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const plain = (html: string) => html.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('&#39;', '’');
const text = async (response: Response) => plain(await response.text());

/** Path of the link in the last mail. */
async function mailedPath(hub: TestHub): Promise<{ to: string; path: string }> {
  const { rows } = await (
    await hub.context()
  ).db.execute<{ recipient: string; href: string }>(
    sql`select recipient, body->'action'->>'href' as href from mail_messages order by id desc limit 1`,
  );
  return { to: rows[0]?.recipient ?? '', path: new URL(rows[0]?.href ?? 'http://x').pathname };
}

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith('essaim_fiche='))
    ?.split(';')[0] ?? '';

async function sheetOf(hub: TestHub, profile: Parameters<typeof anOrganization>[1] = {}) {
  return anOrganization(await hub.context(actorWith('employee')), { email: 'contact@jardins.example', ...profile });
}

describe('proposing a structure', () => {
  it('takes it in seven fields and thanks', async () => {
    const hub = await site.hub();
    const form = await text(await hub.get('/annuaire/proposer'));
    expect(form.match(/<(?:input|textarea)[^>]*name="(?:proposed|author)[^>]*>/g)).toHaveLength(7);
    const answer = await hub.post('/annuaire/proposer', {
      'proposed.name': 'La Petite Ourse',
      'proposed.place': '35580 Guichen',
      'proposed.mission': 'Une épicerie.',
    });
    expect(answer.headers.get('location')).toBe('/annuaire/proposer/merci');
    expect(await text(await hub.get('/annuaire/proposer/merci'))).toContain('Merci, c’est noté');
    const queue = await text(await hub.get('/gestion/annuaire/moderation', await hub.signIn('employee')));
    expect(queue).toContain('Nouvelle : La Petite Ourse');
    expect(queue).toContain('35580 Guichen');
  });

  it('keeps what was typed when a field is wrong', async () => {
    const hub = await site.hub();
    const answer = await hub.post('/annuaire/proposer', {
      'proposed.name': 'La Petite Ourse',
      'proposed.email': 'pas une adresse',
    });
    expect(answer.status).toBe(422);
    const page = await text(answer);
    expect(page).toContain('value="La Petite Ourse"');
    expect(page).toContain('Cette adresse électronique est incomplète');
    expect(page).toContain('href="#champ-proposed-email"');
  });

  it('shows what looks alike, and takes it as another when told', async () => {
    const hub = await site.hub();
    await sheetOf(hub);
    const fields = { 'proposed.name': 'Jardins du Semnon', 'proposed.place': 'Guichen' };
    const answer = await hub.post('/annuaire/proposer', fields);
    expect(answer.status).toBe(422);
    expect(await text(answer)).toContain('href="/annuaire/les-jardins-du-semnon"');
    expect((await hub.post('/annuaire/proposer', { ...fields, autre: 'oui' })).status).toBe(303);
    expect(await (await hub.get('/annuaire/proposer/structures?q=jardins')).json()).toMatchObject([
      { value: 'Les Jardins du Semnon' },
    ]);
    expect(await (await hub.get('/annuaire/proposer/communes?q=guich')).json()).toContain('35580 Guichen');
  });

  it('thanks robots and forgets what they say', async () => {
    const hub = await site.hub();
    await hub.post('/annuaire/proposer', { 'proposed.name': 'Pilules', adresse_2: 'x' });
    const { rows } = await (await hub.context()).db.execute(sql`select 1 from organization_suggestions`);
    expect(rows).toEqual([]);
  });
});

describe('correcting a sheet', () => {
  it('never shows what is hidden, nor any mail address', async () => {
    const hub = await site.hub();
    const { slug } = await sheetOf(hub, {
      phone: '0299112233',
      phoneVisibility: 'staff',
      contacts: [{ name: 'Anne Secret', email: 'anne@jardins.example' }] as never,
    });
    const page = await text(await hub.get(`/annuaire/${slug}/corriger`));
    expect(page).toContain('Les Jardins du Semnon');
    expect(page).not.toMatch(/99 ?11|Secret|@jardins/);
  });

  it('keeps only what differs, accepted field by field in two clicks', async () => {
    const hub = await site.hub();
    const { slug, id } = await sheetOf(hub, { phone: '0299112233', mission: 'Des légumes.' });
    const typed = {
      'proposed.name': 'Les Jardins du Semnon',
      'proposed.mission': 'Des fleurs.',
      'proposed.description': '',
      'proposed.street': '4 place Georges-Le-Cornec',
      'proposed.town': '35580 Guichen',
      'proposed.hours': '',
      'proposed.phone': '02 99 44 55 66',
      'proposed.email': '',
      'proposed.website': '',
    };
    expect((await hub.post(`/annuaire/${slug}/corriger`, typed)).status).toBe(303);
    const employee = await hub.signIn('employee');
    const queue = await text(await hub.get('/gestion/annuaire/moderation', employee));
    expect(queue.match(/name="fields" value="\w+"/g)).toEqual([
      'name="fields" value="mission"',
      'name="fields" value="phone"',
    ]);
    const act = /action="(\/gestion\/annuaire\/moderation\/[0-9a-f-]{36})"/.exec(queue)?.[1] ?? '';
    expect((await hub.post(act, { act: 'accepter', fields: ['phone'] }, employee)).status).toBe(303);
    const { rows } = await (
      await hub.context()
    ).db.execute(sql`select phone, mission from organizations where id = ${id}`);
    expect(rows).toEqual([{ phone: '+33299445566', mission: 'Des légumes.' }]);
    expect((await hub.post(act, { act: 'accepter', fields: ['mission'] }, employee)).headers.get('location')).toContain(
      'moderation',
    );
  });

  it('answers alike for hidden and unknown sheets', async () => {
    const hub = await site.hub();
    const draft = await anOrganization(
      await hub.context(actorWith('employee')),
      { name: 'Cachée' },
      { status: 'draft' },
    );
    for (const path of [
      `/annuaire/${draft.slug}/corriger`,
      `/annuaire/${draft.slug}/revendiquer`,
      '/annuaire/inconnue/corriger',
    ])
      expect((await hub.get(path)).status).toBe(404);
  });
});

describe('claiming a sheet', () => {
  it('shows the address masked, mails the link there, and a button opens the sheet', async () => {
    const hub = await site.hub();
    const { slug, id } = await sheetOf(hub);
    const page = await text(await hub.get(`/annuaire/${slug}/revendiquer`));
    expect(page).toContain('c…@jardins.example');
    expect(page).not.toContain('contact@jardins.example');
    expect(
      (await hub.post(`/annuaire/${slug}/revendiquer`, { adresse: '0', 'author.email': 'pirate@exemple.fr' })).status,
    ).toBe(200);
    const { to, path } = await mailedPath(hub);
    expect(to).toBe('contact@jardins.example');

    // Programs that visit links use nothing.
    for (let time = 0; time < 5; time += 1) expect(await text(await hub.get(path))).toContain('Ouvrir notre fiche');
    const opened = await hub.post(path, {});
    expect(opened.headers.get('location')).toBe(`/annuaire/${slug}/ma-fiche`);
    const cookie = cookieOf(opened);
    expect(await text(await hub.get(`/annuaire/${slug}/ma-fiche`, cookie))).toContain(
      'value="contact@jardins.example"',
    );
    const saved = await hub.post(
      `/annuaire/${slug}/ma-fiche`,
      { version: '1', 'proposed.mission': 'Des légumes de saison.' },
      cookie,
    );
    expect(saved.headers.get('location')).toBe(`/annuaire/${slug}`);
    const { rows } = await (await hub.context()).db.execute(sql`select mission from organizations where id = ${id}`);
    expect(rows).toEqual([{ mission: 'Des légumes de saison.' }]);

    const again = await hub.post(path, {});
    expect(again.status).toBe(410);
    expect(await text(again)).toContain('Ce lien a déjà servi');
    expect((await hub.get(`/annuaire/${slug}/ma-fiche`)).status).toBe(410);
  });

  it('opens no other sheet, and shows both versions when someone edited meanwhile', async () => {
    const hub = await site.hub();
    const { slug } = await sheetOf(hub);
    const other = await sheetOf(hub, { name: 'Autre' });
    await hub.post(`/annuaire/${slug}/revendiquer`, {});
    const { path } = await mailedPath(hub);
    const cookie = cookieOf(await hub.post(path, {}));
    expect(
      (await hub.post(`/annuaire/${other.slug}/ma-fiche`, { version: '1', 'proposed.mission': 'Volée.' }, cookie))
        .status,
    ).toBe(410);
    await hub.post(`/annuaire/${slug}/ma-fiche`, { version: '1', 'proposed.mission': 'Une.' }, cookie);
    const late = await hub.post(`/annuaire/${slug}/ma-fiche`, { version: '1', 'proposed.mission': 'Deux.' }, cookie);
    expect(late.status).toBe(409);
    const page = await text(late);
    expect(page).toContain('Sur la fiche, maintenant : Une.');
    expect(page).toContain('Deux.');
  });
});

describe('the yearly question', () => {
  it('is answered in two clicks, and looking confirms nothing', async () => {
    const hub = await site.hub();
    const { id } = await sheetOf(hub);
    const employee = await hub.signIn('employee');
    const { db } = await hub.context();
    await db.execute(sql`update organizations set confirmed_at = null where id = ${id}`);
    await hub.post('/gestion/annuaire/a-confirmer', { action: 'demander', ids: [id] }, employee);
    const { path } = await mailedPath(hub);
    expect(await text(await hub.get(path))).toContain('Oui, tout est juste');
    await hub.send(path, { method: 'HEAD' });
    const confirmed = async () =>
      (await db.execute<{ at: string | null }>(sql`select confirmed_at as at from organizations where id = ${id}`))
        .rows[0]?.at;
    expect(await confirmed()).toBeNull();
    expect(await text(await hub.post(path, { reponse: 'right' }))).toContain('Merci, c’est confirmé');
    expect(await confirmed()).not.toBeNull();
    const corrected = await hub.post(path, { reponse: 'correct' });
    expect(corrected.headers.get('location')).toMatch(/\/ma-fiche$/);
    expect((await hub.get('/annuaire/confirmer/invente')).status).toBe(410);
  });
});
