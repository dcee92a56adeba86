import { sql } from 'drizzle-orm';
import { HtmlValidate } from 'html-validate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { anOrganization } from '#modules/directory/testing/builders.ts';
import { keepPicture } from '#platform/pictures/keep-picture.ts';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';
import { savePublication } from '../../../commands/save-publication.ts';
import { forgetStraysJob } from '../../../jobs/forget-strays.ts';
import { unpinNews } from '../../../commands/unpin-news.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

interface News {
  title?: string;
  act?: 'keep' | 'publish';
  fields?: Record<string, unknown>;
  content?: Record<string, unknown>;
}

/** Publishes a news item as the employee. */
async function publish(hub: TestHub, { title = 'Un café ouvre', act = 'publish', fields, content = {} }: News = {}) {
  const { actor } = await hub.person('employee');
  const saved = await execute(await hub.context(actor), savePublication, {
    id: null,
    kind: 'news',
    version: null,
    act,
    fields: { title, brief: 'Chaque samedi, place de la mairie.', ...fields, content },
  });
  return unwrap(saved);
}

const text = async (answer: Response | Promise<Response>) => (await answer).text();

describe('the list of news', () => {
  test('tells the hub’s own apart from those of structures, in the list and by a filter', async () => {
    const hub = await site.hub();
    const { actor } = await hub.person('employee');
    const organization = await anOrganization(await hub.context(actor), { name: 'La Ressourcerie' });
    await publish(hub, { title: 'Le pôle déménage' });
    await publish(hub, { title: 'On recrute', fields: { organizationId: organization.id } });
    await publish(hub, { title: 'Un collectif se lève', content: { speaker: 'Collectif des haies' } });
    const all = await text(hub.get('/actualites'));
    expect(all).toMatch(/class="label own">Actualité du pôle/);
    expect(all).toMatch(/class="label">La Ressourcerie/);
    expect(all).toMatch(/class="label">Collectif des haies/);
    const own = await text(hub.get('/actualites?de=pole'));
    expect(own).toContain('Le pôle déménage');
    expect(own).not.toContain('On recrute');
    expect(own).not.toContain('Un collectif');
    const others = await text(hub.get('/actualites?de=structures'));
    expect(others).not.toContain('Le pôle déménage');
    expect(others).toContain('On recrute');
    expect(others).toContain('Un collectif');
  });

  test('narrows by topic and year, pages, and helps when nothing answers', async () => {
    const hub = await site.hub();
    for (let at = 0; at < 15; at += 1)
      await publish(hub, { title: `Actualité n° ${at}`, content: { topic: at === 3 ? 'funding' : 'jobs' } });
    const funding = await text(hub.get('/actualites?sujet=financements'));
    expect(funding).toContain('Actualité n° 3');
    expect(funding).not.toContain('Actualité n° 4');
    const second = await text(hub.get('/actualites?page=2'));
    expect(second).toContain('Actualité n° 0');
    expect(second).not.toContain('Actualité n° 14');
    expect((await hub.get('/actualites?page=99')).headers.get('location')).toBe('/actualites?page=2');
    expect(await text(hub.get('/actualites?annee=1999'))).toContain('Voir toutes les actualités');
    expect(await text(hub.get(`/actualites?theme=${'0'.repeat(36)}`))).toContain('Actualité n° 14');
  });

  test('keeps a pinned one on top until its day, then lets it go from kept pages too', async () => {
    const hub = await site.hub();
    const ctx = await hub.context();
    const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
    await publish(hub, { title: 'Épinglée', content: { pinnedUntil: today.toString() } });
    await publish(hub, { title: 'Plus récente' });
    const order = (page: string) => page.indexOf('Épinglée') < page.indexOf('Plus récente');
    expect(order(await text(hub.get('/actualites')))).toBe(true);
    const clock = { now: () => ctx.clock.now().add({ hours: 25 }) };
    unwrap(await execute({ ...ctx, clock }, unpinNews, {}));
    expect(order(await text(hub.get('/actualites')))).toBe(false);
  });

  test('shows nothing of a draft nor of another hub', async () => {
    const hub = await site.hub();
    const other = await site.hub();
    await publish(hub, { title: 'Brouillon secret', act: 'keep' });
    await publish(other, { title: 'Chez les voisins' });
    for (const path of ['/actualites', '/actualites.rss', '/actualites.json', '/flux.atom', '/sitemap.xml']) {
      const page = await text(hub.get(path));
      expect(page).not.toContain('Brouillon secret');
      expect(page).not.toContain('brouillon-secret');
      expect(page).not.toContain('chez-les-voisins');
    }
    expect((await hub.get('/actualites/brouillon-secret')).status).toBe(404);
    expect((await hub.get('/actualites/chez-les-voisins')).status).toBe(404);
  });
});

describe('the page of a news item', () => {
  test('says who speaks, shows what networks need, and leads to what comes before and after', async () => {
    const hub = await site.hub();
    const { actor } = await hub.person('employee');
    const organization = await anOrganization(await hub.context(actor), { name: 'La Ressourcerie' });
    await publish(hub, { title: 'La première' });
    const { id, slug, version } = await publish(hub, {
      title: 'On recrute « deux » personnes',
      fields: { organizationId: organization.id, body: '<p>Le <a href="/annuaire">détail</a>.</p>' },
      content: { link: 'https://ressourcerie.example/emploi', topic: 'jobs' },
    });
    await publish(hub, { title: 'La dernière' });
    const page = await text(hub.get(`/actualites/${slug}`));
    expect(page).toContain(`<a href="/annuaire/${organization.slug}">La Ressourcerie</a>`);
    expect(await text(hub.get(`/annuaire/${organization.slug}`))).toContain(`href="/actualites/${slug}"`);
    expect(page).toContain('property="og:type" content="article"');
    expect(page).toContain(`/images/partage/news/${id}-${version}.png`);
    expect(page).toContain('property="og:image:alt"');
    expect(page).toContain('"@type":"NewsArticle"');
    expect(page).toContain('ressourcerie.example');
    expect(page).toMatch(/rel="prev"[^>]*la-premiere/);
    expect(page).toMatch(/rel="next"[^>]*la-derniere/);
    expect(page).toContain('type="application/atom+xml" href="/actualites/emploi.atom"');
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
    const report = await validator.validateString(page);
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
  });

  test('answers at its former address by the new one', async () => {
    const hub = await site.hub();
    const { actor } = await hub.person('employee');
    const { id } = await publish(hub);
    const moved = { id, kind: 'news', version: 1, act: 'publish', slug: 'le-cafe' } as const;
    const fields = { title: 'Un café ouvre', brief: 'Texte.', content: {} };
    unwrap(await execute(await hub.context(actor), savePublication, { ...moved, fields }));
    const answer = await hub.get('/actualites/un-cafe-ouvre');
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/actualites/le-cafe']);
  });
});

describe('feeds', () => {
  test('hold the whole text by topic and by door, escaped, with what readers need to come back', async () => {
    const hub = await site.hub();
    await publish(hub, {
      title: 'Du <b>neuf</b> & ]]> "vite"',
      fields: { body: '<p>Le <a href="/annuaire">texte</a>.</p>', audiences: ['association'] },
      content: { topic: 'funding' },
    });
    const { actor } = await hub.person('employee');
    const door = { title: 'Une association', content: { tag: 'association', label: 'une association' } };
    unwrap(
      await execute(await hub.context(actor), savePublication, {
        id: null,
        kind: 'door',
        version: null,
        act: 'publish',
        fields: door,
      }),
    );
    for (const path of ['/actualites.rss', '/actualites/financements.rss', '/flux.rss', '/flux/association.rss']) {
      const answer = await hub.get(path);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        200,
        'application/rss+xml; charset=utf-8',
      ]);
      const feed = await answer.text();
      expect(feed).toContain('Du &lt;b&gt;neuf&lt;/b&gt; &amp; ]]&gt;');
      expect(feed).toContain(`href=&quot;${hub.origin}/annuaire&quot;`);
      const etag = answer.headers.get('etag') ?? '';
      expect((await hub.send(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    }
    expect(await text(hub.get('/actualites/emploi.atom'))).not.toContain('neuf');
    expect((await hub.get('/actualites/inconnu.rss')).status).toBe(404);
    expect((await hub.get('/flux/inconnu.rss')).status).toBe(404);
    expect(await text(hub.get('/flux'))).toContain('/flux/association.rss');
    const json = JSON.parse(await text(hub.get('/actualites.json'))) as { items: { content_html: string }[] };
    expect(json.items[0]?.content_html).toContain(`<a href="${hub.origin}/annuaire">`);
  });
});

describe('the picture of a shared link', () => {
  test('exists for what is public only, and changes address with each version', async () => {
    const hub = await site.hub();
    const { id } = await publish(hub);
    const draft = await publish(hub, { title: 'Brouillon', act: 'keep' });
    const answer = await hub.get(`/images/partage/news/${id}-1.png`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({ width: 1200, height: 630 });
    expect((await hub.get(`/images/partage/news/${id}-7.png`)).headers.get('location')).toContain(`${id}-1.png`);
    for (const path of [`news/${draft.id}-1.png`, `story/${id}-1.png`, 'news/x-1.png', `news/${id}.png`])
      expect([path, (await hub.get(`/images/partage/${path}`)).status]).toEqual([path, 404]);
    const other = await site.hub();
    expect((await other.get(`/images/partage/news/${id}-1.png`)).status).toBe(404);
    expect((await hub.get('/images/partage/accueil.png')).status).toBe(200);
  });

  test('is deleted from the store once it may no longer be shown', async () => {
    const hub = await site.hub();
    const [kept, gone] = [await publish(hub), await publish(hub)];
    for (const { id } of [kept, gone]) expect((await hub.get(`/images/partage/news/${id}-1.png`)).status).toBe(200);
    await hub.get('/images/partage/accueil.png');
    const ctx = await hub.context();
    const drawn = async () => {
      const subjects: string[] = [];
      for await (const key of site.site.ports.files.list(`share/${hub.id}`)) subjects.push(key.split('/')[2] ?? '');
      return subjects.sort();
    };
    expect(await drawn()).toEqual(['accueil', kept.id, gone.id].sort());
    const { files } = site.site.ports;
    const nightly = forgetStraysJob({ filesInUse: async () => [] });
    const night = { ports: { files }, attempt: 1, isLastAttempt: false, signal: new AbortController().signal };
    await nightly.run({ ...ctx, ...night }, {});
    expect(await drawn()).toHaveLength(3);
    const withheld = ctx.newId();
    await ctx.db.execute(sql`insert into stored_images
      (id, width, height, variants, alternative, credit, visibility, bytes, created_at, withheld_at)
      values (${withheld}, 8, 8, '[]'::jsonb, '', '', 'public', 1, now(), now())`);
    await ctx.db.execute(sql`update publications set image_id = ${withheld} where id = ${gone.id}`);
    await nightly.run({ ...ctx, ...night }, {});
    expect(await drawn()).toEqual(['accueil', kept.id].sort());
  });

  test('forgets a photo as soon as it is withheld', async () => {
    const hub = await site.hub();
    const { actor } = await hub.person('employee');
    const ctx = await hub.context(actor);
    const red = { create: { width: 900, height: 600, channels: 3 as const, background: '#ff0000' } };
    const photo = { bytes: await sharp(red).jpeg().toBuffer(), alternative: 'Du rouge', credit: '' };
    const ports = site.site.ports;
    const { imageId } = unwrap(await keepPicture(ctx, ports, { ...photo, visibility: 'public' }));
    const { id } = await publish(hub, { fields: { imageId, imageAlternative: 'Du rouge' } });
    const pixel = async () => {
      const answer = await hub.get(`/images/partage/news/${id}-1.png`);
      const bytes = Buffer.from(await answer.arrayBuffer());
      const raw = await sharp(bytes).extract({ left: 600, top: 60, width: 1, height: 1 }).raw().toBuffer();
      return { cache: answer.headers.get('cache-control'), isRed: (raw[0] ?? 0) > 230 && (raw[1] ?? 255) < 30 };
    };
    expect(await pixel()).toEqual({ cache: 'public, no-cache', isRed: true });
    await ctx.db.execute(sql`update stored_images set withheld_at = now() where id = ${imageId}`);
    expect(await pixel()).toMatchObject({ isRed: false });
  });
});
