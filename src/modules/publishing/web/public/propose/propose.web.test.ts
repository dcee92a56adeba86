import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anOrganization } from '#modules/directory/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestSite, type Fields, type TestHub, type TestSite } from '#tests/support/app.ts';
import { setPublishingRules } from '../../../commands/moderation/set-publishing-rules.ts';
import { forgetStraysJob } from '../../../jobs/forget-strays.ts';
import { tellAuthorJob } from '../../../jobs/tell-author.ts';
import { robotTrapField } from '#ui/fields/robot-trap.tsx';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const path = '/actualites/proposer';
const said: Fields = {
  title: 'Une bourse aux plants',
  story: 'Samedi 6 juin à Pipriac, on échange graines et plants.',
  structure: 'Les Haies vives',
  name: 'Nolwenn Essai',
  email: 'Nolwenn@haies.example',
};

interface Letter extends Record<string, unknown> {
  kind: string;
  recipient: string;
  subject: string;
  href: string;
  body: string;
}

async function letters(hub: TestHub): Promise<Letter[]> {
  const { rows } = await (
    await hub.context()
  ).db.execute<Letter>(sql`select kind, recipient, subject, body -> 'action' ->> 'href' as href, body::text as body
    from mail_messages where kind like 'publishing.%' order by created_at, id`);
  return rows;
}

interface Row extends Record<string, unknown> {
  id: string;
  status: string;
  version: number;
  content: { speaker: string };
  organization: string | null;
  image: string | null;
  visibility: string | null;
}

async function publications(hub: TestHub): Promise<Row[]> {
  const { rows } = await (
    await hub.context()
  ).db.execute<Row>(sql`select p.id, p.status, p.version, p.content, p.organization_id as organization,
      p.image_id as image, i.visibility from publications p
    left join stored_images i on i.hub_id = p.hub_id and i.id = p.image_id where p.kind = 'news' order by p.id`);
  return rows;
}

/** Runs what the queue would: the letter to the author. */
async function tell(hub: TestHub, id: string): Promise<void> {
  const ctx = await hub.context();
  const deps = {
    originOf: async () => hub.origin,
    hubLook: async () => ({ name: 'Pôle ESS d’Essai', land: { hue: 160, motif: 'hills' as const } }),
    addressesOf: async () => ['membre@pole.example'],
  };
  const noQueue = { ports: undefined, attempt: 1, isLastAttempt: false, signal: new AbortController().signal };
  await tellAuthorJob(deps).run({ ...ctx, ...noQueue }, { id });
}

const pathOf = (href: string) => new URL(href).pathname;

async function aPhoto(): Promise<File> {
  const drawn = sharp({ create: { width: 800, height: 500, channels: 3, background: '#3a7' } });
  return new File([new Uint8Array(await drawn.jpeg().toBuffer())], 'plants.jpg', { type: 'image/jpeg' });
}

describe('proposing without an account', () => {
  test('waits to be read, is followed by a private link, published in two acts from the day page, and told once', async () => {
    const hub = await site.hub();
    const employee = await hub.signIn('employee');
    const sent = await hub.post(path, {
      ...said,
      photo_file: await aPhoto(),
      photo_alternative: 'Des plants de tomates',
    });
    expect(sent.headers.get('location')).toBe(`${path}/merci`);
    const [proposal] = await publications(hub);
    if (!proposal) return expect.fail('nothing was kept');
    expect(proposal).toMatchObject({
      status: 'proposed',
      visibility: 'staff',
      content: { speaker: 'Les Haies vives' },
    });
    expect((await hub.get(`/images/${proposal.image}/320.webp`)).status).toBe(404);
    expect(await (await hub.get('/actualites')).text()).not.toContain('bourse aux plants');

    const [received] = await letters(hub);
    expect(received).toMatchObject({ recipient: 'Nolwenn@haies.example', kind: 'publishing.proposal-received' });
    // Anyone may type anyone’s address: the letter carries none of her words.
    expect(JSON.stringify(received)).not.toMatch(/bourse aux plants|graines|Nolwenn Essai/);
    const followed = await hub.get(pathOf(received?.href ?? ''));
    expect(followed.headers.get('cache-control')).toBe('private, no-store');
    expect(await followed.text()).toContain('L’équipe la relit');

    const day = await (await hub.get('/gestion', employee)).text();
    expect(day).toContain('Actualité proposée par Nolwenn Essai');
    expect(day).toContain(`/gestion/a-valider/${proposal.id}`);
    const review = await (await hub.get(`/gestion/a-valider/${proposal.id}`, employee)).text();
    expect(review).toContain('nolwenn@haies.example');
    expect(review).toContain('Les Haies vives');
    const act = { act: 'publish', version: '1' };
    const published = await hub.post(`/gestion/a-valider/${proposal.id}`, act, employee);
    expect(published.headers.get('location')).toBe('/actualites/une-bourse-aux-plants');
    const page = await (await hub.get('/actualites/une-bourse-aux-plants')).text();
    expect(page).toContain('Les Haies vives');
    expect(page).not.toContain('Nolwenn');
    expect((await hub.get(`/images/${proposal.image}/320.webp`)).status).toBe(200);
    // Read a second time by a colleague, it is handled already.
    expect(await (await hub.post(`/gestion/a-valider/${proposal.id}`, act, employee)).text()).toContain('déjà occupé');

    await tell(hub, proposal.id);
    await tell(hub, proposal.id);
    const told = await letters(hub);
    expect(told.map(({ kind }) => kind)).toEqual(['publishing.proposal-received', 'publishing.proposal-published']);
    expect(told[1]).toMatchObject({
      recipient: 'nolwenn@haies.example',
      href: `${hub.origin}/actualites/une-bourse-aux-plants`,
    });
    expect(await (await hub.get(pathOf(received?.href ?? ''))).text()).toContain('C’est en ligne');
    expect((await hub.post(pathOf(received?.href ?? ''), { act: 'withdraw' })).status).toBe(200);
    expect((await hub.get('/actualites/une-bourse-aux-plants')).status).toBe(200);
  });

  test('comes back with a word, is changed by its link, and waits again', async () => {
    const hub = await site.hub();
    const employee = await hub.signIn('employee');
    await hub.post(path, said);
    const [proposal] = await publications(hub);
    const review = `/gestion/a-valider/${proposal?.id}`;
    const empty = await hub.post(review, { act: 'return', version: '1', word: ' ' }, employee);
    expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('Dites en un mot')]);
    await hub.post(review, { act: 'return', version: '1', word: 'À quelle heure ?' }, employee);
    await tell(hub, proposal?.id ?? '');
    const [first, returned] = await letters(hub);
    expect(returned).toMatchObject({
      kind: 'publishing.proposal-returned',
      body: expect.stringContaining('À quelle heure'),
    });
    // Both links open it.
    expect((await hub.get(pathOf(first?.href ?? ''))).status).toBe(200);
    const link = pathOf(returned?.href ?? '');
    expect(await (await hub.get(link)).text()).toContain('À quelle heure');
    const hostile = '<script>alert(1)</script> à 9 h. '.repeat(20);
    const stale = await hub.post(link, { version: '1', title: 'Mon titre', story: hostile });
    expect([stale.status, await stale.text()]).toEqual([422, expect.stringContaining('Mon titre')]);
    await hub.post(link, { version: '2', title: 'Une bourse à 9 h', story: hostile });
    expect(await publications(hub)).toMatchObject([{ status: 'proposed', version: 3 }]);
    const { rows } = await (
      await hub.context()
    ).db.execute<{ body: string; brief: string }>(sql`select body, brief from publications where kind = 'news'`);
    expect(rows[0]?.body).not.toContain('script');
    expect(rows[0]?.brief.length).toBeLessThanOrEqual(280);
  });

  test('takes it back and forgets who sent it', async () => {
    const hub = await site.hub();
    await hub.post(path, said);
    const [received] = await letters(hub);
    const link = pathOf(received?.href ?? '');
    expect((await hub.post(link, { act: 'withdraw' })).headers.get('location')).toBe('/');
    expect((await hub.get(link)).status).toBe(404);
    const { rows } = await (await hub.context()).db.execute(sql`select 1 from publication_senders`);
    expect(rows).toEqual([]);
  });

  test('keeps what was typed and the photo when something is missing, and uses them the second time', async () => {
    const hub = await site.hub();
    const first = await hub.post(path, {
      ...said,
      email: 'nolwenn',
      photo_file: await aPhoto(),
      photo_alternative: 'Des plants',
    });
    const page = await first.text();
    expect(first.status).toBe(422);
    for (const words of ['Écrivez une adresse complète', 'Une bourse aux plants', 'on échange graines', 'déjà reçue'])
      expect(page).toContain(words);
    const imageId = /name="photo" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? '';
    await hub.post(path, { ...said, photo: imageId, photo_alternative: 'Des plants' });
    expect(await publications(hub)).toMatchObject([{ image: imageId, visibility: 'staff' }]);
  });

  test('never names a picture of the team', async () => {
    const hub = await site.hub();
    const { actor } = await hub.person('employee');
    const ctx = await hub.context(actor);
    const id = ctx.newId();
    await ctx.db.execute(sql`insert into stored_images
      (id, width, height, variants, alternative, credit, visibility, bytes, created_by, created_at)
      values (${id}, 8, 8, '[]'::jsonb, '', '', 'staff', 1, ${actor.personId}, now())`);
    await hub.post(path, { ...said, photo: id, photo_alternative: 'Vol' });
    expect(await publications(hub)).toMatchObject([{ image: null }]);
  });

  test('takes no more photos than a day may bring, and keeps those that no proposal took three days', async () => {
    const hub = await site.hub();
    const sending = { ...said, email: 'nolwenn', photo_alternative: 'Des plants' };
    await hub.post(path, { ...sending, photo_file: await aPhoto() });
    const ctx = await hub.context();
    const stored = async () =>
      (
        await ctx.db.execute<{ id: string; key: string }>(
          sql`select id, variants -> 0 ->> 'key' as key from stored_images where removed_at is null order by id`,
        )
      ).rows;
    const [stray] = await stored();
    const { files } = site.site.ports;
    expect((await files.getBytes(stray?.key ?? '')).length).toBeGreaterThan(0);
    await ctx.db.execute(sql`insert into stored_images
      (id, width, height, variants, alternative, credit, visibility, bytes, created_by, created_at)
      select gen_random_uuid(), 8, 8, '[]'::jsonb, '', '', 'staff', 1, null, now() from generate_series(1, 39)`);
    const full = await hub.post(path, { ...said, photo_file: await aPhoto(), photo_alternative: 'Des plants' });
    expect([full.status, await full.text()]).toEqual([422, expect.stringContaining('Trop de photos')]);
    expect(await stored()).toHaveLength(40);
    const taken = await hub.post(path, { ...said, photo: stray?.id ?? '', photo_alternative: 'Des plants' });
    expect(taken.status).toBe(303);

    const later = { ...ctx, clock: { now: () => ctx.clock.now().add({ hours: 80 }) } };
    const nightly = forgetStraysJob({ filesInUse: async () => [] });
    const night = { ports: { files }, attempt: 1, isLastAttempt: false, signal: new AbortController().signal };
    await nightly.run({ ...ctx, ...night }, {});
    expect(await stored()).toHaveLength(40);
    await nightly.run({ ...later, ...night }, {});
    expect(await stored()).toEqual([stray]);
    await ctx.db.execute(sql`update publications set image_id = null`);
    await ctx.db.execute(sql`update publication_versions set fields = '{}'::jsonb`);
    // Another module keeps it: a paper of a training, the picture of an event.
    await forgetStraysJob({ filesInUse: async (_ctx, ids) => ids }).run({ ...later, ...night }, {});
    expect(await stored()).toEqual([stray]);
    await nightly.run({ ...later, ...night }, {});
    expect(await stored()).toEqual([]);
    await expect(files.getBytes(stray?.key ?? '')).rejects.toThrow();
  });

  test('thanks a robot and keeps nothing; sends the same form once', async () => {
    const hub = await site.hub();
    expect((await hub.post(path, { ...said, [robotTrapField]: 'x' })).headers.get('location')).toBe(`${path}/merci`);
    expect(await publications(hub)).toEqual([]);
    const key = /name="_cle" value="([^"]+)"/.exec(await (await hub.get(path)).text())?.[1] ?? '';
    await hub.post(path, { ...said, _cle: key });
    await hub.post(path, { ...said, _cle: key });
    expect(await publications(hub)).toHaveLength(1);
  });

  test('does not let an address be flooded', async () => {
    const hub = await site.hub();
    for (let at = 0; at < 10; at += 1) await hub.post(path, said);
    const last = await hub.post(path, said);
    expect([last.status, await last.text()]).toEqual([422, expect.stringContaining('Dix propositions')]);
    expect(await letters(hub)).toHaveLength(10);
  });
});

describe('proposing with an account', () => {
  test('needs no name; a structure of the directory is recognised; the answer goes to her address', async () => {
    const hub = await site.hub();
    const { actor } = await hub.person('employee');
    const organization = await anOrganization(await hub.context(actor), { name: 'Les Haies vives' });
    const member = await hub.signIn('member');
    const names = await (await hub.get(`${path}/structures?q=haies`)).json();
    expect(names).toEqual(['Les Haies vives']);
    const { name: _, email: __, ...story } = said;
    expect(await (await hub.get(path, member)).text()).not.toContain('Votre adresse électronique');
    await hub.post(path, { ...story, structure: 'les haies vives' }, member);
    const [proposal] = await publications(hub);
    expect(proposal).toMatchObject({ status: 'proposed', organization: organization.id, content: { speaker: '' } });
    expect(await letters(hub)).toEqual([]);
    const act = { act: 'return', version: '1', word: 'Une photo ?' };
    await hub.post(`/gestion/a-valider/${proposal?.id}`, act, await hub.signIn('employee'));
    await tell(hub, proposal?.id ?? '');
    expect(await letters(hub)).toMatchObject([
      { recipient: 'membre@pole.example', href: `${hub.origin}/gestion/contenus/${proposal?.id}` },
    ]);
  });

  test('publishes at once when the hub trusts her role', async () => {
    const hub = await site.hub();
    const { actor } = await hub.person('employee');
    const rules = { trustedRoles: ['member' as const], websubHub: '' };
    unwrap(await execute(await hub.context(actor), setPublishingRules, rules));
    const { name: _, email: __, ...story } = said;
    const sent = await hub.post(path, story, await hub.signIn('member'));
    expect(sent.headers.get('location')).toBe('/actualites/une-bourse-aux-plants');
    expect((await hub.get('/actualites/une-bourse-aux-plants')).status).toBe(200);
  });
});

describe('the team’s pages', () => {
  test('do not exist for others', async () => {
    const hub = await site.hub();
    await hub.post(path, said);
    const [proposal] = await publications(hub);
    const office = [`/gestion/a-valider/${proposal?.id}`, '/gestion/contenus/reglages'];
    for (const role of ['member', 'board_member', 'contributor', 'operator'] as const) {
      const cookie = await hub.signIn(role);
      for (const page of office) expect([role, page, (await hub.get(page, cookie)).status]).toEqual([role, page, 404]);
      for (const page of office)
        expect((await hub.post(page, { act: 'publish', version: '1' }, cookie)).status).toBe(404);
    }
    const channels = `/gestion/contenus/${proposal?.id}/canaux`;
    expect((await hub.get(channels, await hub.signIn('member'))).status).toBe(404);
    expect(await publications(hub)).toMatchObject([{ status: 'proposed' }]);
  });

  test('give the same entry for every channel, and a sheet to print', async () => {
    const hub = await site.hub();
    const employee = await hub.signIn('employee');
    await hub.post(path, said);
    const [proposal] = await publications(hub);
    const page = await (await hub.get(`/gestion/contenus/${proposal?.id}/canaux`, employee)).text();
    for (const words of ['Mastodon', 'Brève radio', 'COMMUNIQUÉ DE PRESSE', 'pas encore public', 'signes sur 500'])
      expect(page).toContain(words);
    const sheet = await (await hub.get(`/gestion/contenus/${proposal?.id}/canaux/affiche`, employee)).text();
    expect(sheet).toContain(`${hub.host}/actualites/une-bourse-aux-plants`);
  });

  test('set who publishes and whom feeds tell, and refuse what is not an address', async () => {
    const hub = await site.hub();
    const employee = await hub.signIn('employee');
    const settings = '/gestion/contenus/reglages';
    const wrong = await hub.post(settings, { websubHub: 'javascript:alert(1)' }, employee);
    expect(wrong.status).toBe(422);
    await hub.post(settings, { trustedRoles: ['member', 'operator'], websubHub: 'https://hub.example/' }, employee);
    const kept = await (await hub.get(settings, employee)).text();
    expect(kept).toMatch(/value="member"[^>]*checked/);
    const feed = await hub.get('/actualites.rss');
    expect(feed.headers.get('link')).toContain('<https://hub.example/>; rel="hub"');
    const { rows } = await (
      await hub.context()
    ).db.execute<{ roles: string[] }>(sql`select trusted_roles as roles from publishing_settings`);
    expect(rows[0]?.roles).toEqual(['member']);
  });
});
