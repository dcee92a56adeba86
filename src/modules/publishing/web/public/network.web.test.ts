import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';
import { savePublication } from '../../commands/save-publication.ts';
import { trashFigures } from '../../commands/figures/arrange-figures.ts';
import { saveFigure } from '../../commands/figures/save-figure.ts';
import { setFigurePoints } from '../../commands/figures/set-figure-points.ts';
import { setIndicatorPoints } from '../../commands/figures/set-indicator-points.ts';

let site: TestSite;
let hub: TestHub;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
});
afterAll(() => site.close());

async function publish(kind: 'story' | 'project' | 'action', fields: object, at: TestHub = hub, act = 'publish') {
  const { actor } = await at.person('employee');
  return unwrap(
    await execute(await at.context(actor), savePublication, { id: null, kind, version: null, act, fields }),
  );
}
const textAt = async (path: string, at: TestHub = hub) => (await at.get(path)).text();

describe('stories', () => {
  test('show before, after, figures and words, favourites first, nothing of drafts', async () => {
    await publish('story', { title: 'Ordinaire', content: { before: 'Rien', after: 'Un peu' } });
    const { slug } = await publish('story', {
      title: 'L’épicerie <b>tient</b>',
      content: {
        before: 'Fermée.',
        after: 'Ouverte.',
        figures: [{ value: '40', label: 'voisins' }],
        quote: 'On a retrouvé la place',
        quoteBy: 'Rozenn',
        place: 'Pipriac',
        isFavourite: true,
      },
    });
    await publish('story', { title: 'Brouillon secret', content: {} }, hub, 'keep');
    const list = await textAt('/histoires');
    expect(list).toContain('Nos coups de cœur');
    expect(list.indexOf('épicerie')).toBeLessThan(list.indexOf('Ordinaire'));
    expect(list).not.toContain('Brouillon secret');
    const page = await textAt(`/histoires/${slug}`);
    for (const words of ['Fermée.', 'Ouverte.', '40', 'voisins', 'Rozenn', '"@type":"Article"'])
      expect(page).toContain(words);
    expect(page).not.toContain('<b>tient</b>');
    expect((await hub.get('/histoires/brouillon-secret')).status).toBe(404);
    expect(await textAt('/histoires?lieu=Pipriac')).not.toContain('Ordinaire');
  });

  test('a story that moved answers where it is', async () => {
    const { id, slug } = await publish('story', { title: 'Ancienne adresse', content: {} });
    const { actor } = await hub.person('employee');
    const fields = { title: 'Ancienne adresse', content: {} };
    const moved = { id, kind: 'story', version: 1, act: 'publish', fields, slug: 'nouvelle-adresse' };
    unwrap(await execute(await hub.context(actor), savePublication, moved));
    const answer = await hub.get(`/histoires/${slug}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/histoires/nouvelle-adresse']);
  });
});

describe('projects', () => {
  const content = {
    stage: 'study',
    needs: ['Un local de 60 m²'],
    contactName: 'Gwenola',
    contactEmail: 'gwenola@laverie.example',
    contactPhone: '06 39 98 00 11',
  };

  test('never show mail nor phone, and pass messages on', async () => {
    const { slug } = await publish('project', { title: 'La laverie', content });
    const pages = [`/projets/${slug}`, '/projets', `/projets/${slug}/ecrire`, '/recherche?q=laverie'];
    for (const path of pages) {
      const page = await textAt(path);
      expect(page).not.toContain('laverie.example');
      expect(page).not.toContain('06 39 98');
    }
    expect(await textAt(`/projets/${slug}`)).toContain('aria-current="step"');
    const message = { message: 'J’ai un local à vous montrer.', fromName: 'Maël', fromEmail: 'mael@voisin.example' };
    const refused = await hub.post(`/projets/${slug}/ecrire`, { ...message, fromEmail: 'maël' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('J’ai un local à vous montrer.');
    expect((await hub.post(`/projets/${slug}/ecrire`, message)).status).toBe(303);
    expect((await hub.post(`/projets/${slug}/ecrire`, { ...message, adresse_2: 'x' })).status).toBe(303);
    const { rows } = await (
      await hub.context()
    ).db.execute<{ to_address: string }>(sql`select * from mail_messages where kind = 'publishing.relayed-message'`);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).toContain('gwenola@laverie.example');
  });

  test('without a mail, go through the hub; the relay of a draft does not exist', async () => {
    const { slug } = await publish('project', { title: 'Sans adresse', content: { stage: 'idea' } });
    expect(await textAt(`/projets/${slug}`)).toContain('Passer par le pôle');
    expect((await hub.get(`/projets/${slug}/ecrire`)).status).toBe(404);
    const draft = await publish('project', { title: 'Caché', content }, hub, 'keep');
    expect((await hub.get(`/projets/${draft.slug}/ecrire`)).status).toBe(404);
    const other = await site.hub('Un autre pôle');
    expect((await other.get('/projets/la-laverie')).status).toBe(404);
    expect(await textAt('/projets', other)).not.toContain('laverie');
  });

  test('are found by step and by what they look for, those only heard of told apart', async () => {
    await publish('project', { title: 'Le four banal', content: { stage: 'idea', isEmerging: true } });
    expect(await textAt('/projets?cherche=lieu')).toContain('La laverie');
    expect(await textAt('/projets?cherche=lieu')).not.toContain('Sans adresse');
    expect(await textAt('/projets?etape=idee')).not.toContain('La laverie');
    expect(await textAt('/projets')).toMatch(/Ça frémit[\s\S]*Le four banal/);
    expect((await hub.get('/projets?etape=nulle&cherche=__proto__&page=-3')).status).toBe(200);
  });
});

describe('actions', () => {
  test('are shown a page at a time', async () => {
    for (let n = 1; n <= 25; n++)
      await publish('action', {
        title: `Chantier ${n}`,
        content: { milestones: [{ on: '2099-01-05', label: 'Venir' }] },
      });
    const titles = async (path: string): Promise<number> =>
      new Set((await textAt(path)).match(/card-title[\s\S]{0,200}?Chantier \d+/g)).size;
    expect(await titles('/actions')).toBe(24);
    expect(await textAt('/actions')).toContain('href="/actions?page=2"');
    expect(await titles('/actions?page=2')).toBe(1);
  });

  test('give their dates to read and to calendars', async () => {
    const { slug } = await publish('action', {
      title: 'Acheter ensemble',
      content: {
        partners: [{ name: 'Un voisin' }],
        milestones: [
          { on: '2099-01-05', label: 'Relire ; comparer, choisir' },
          { on: '2020-01-05', label: 'Lancer', isDone: true },
        ],
      },
    });
    await publish('action', { title: 'Finie', content: { outcome: 'Mille visites.' } });
    expect(await textAt('/actions')).toMatch(
      /À rejoindre maintenant[\s\S]*Acheter ensemble[\s\S]*Ce que ça a donné[\s\S]*Finie/,
    );
    const page = await textAt(`/actions/${slug}`);
    expect(page).toMatch(/class="done"[\s\S]*Lancer[\s\S]*class="next"[\s\S]*Relire/);
    const calendar = await hub.get('/actions.ics');
    expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = (await calendar.text()).replaceAll('\r\n ', '');
    expect(text).toContain('SUMMARY:Relire\u202f\\; comparer\\, choisir (Acheter ensemble)'.replace('\u202f', ' '));
    expect(text).toContain('DTSTART;VALUE=DATE:20990105');
    expect((await hub.get('/actions.ics?action=inconnue')).status).toBe(404);
  });
});

describe('figures', () => {
  test('say their source, date and ground, differ openly, draw their trend, and leave as CSV', async () => {
    const { actor } = await hub.person('employee');
    const ctx = await hub.context(actor);
    const figure = {
      id: null,
      version: null,
      label: 'emplois',
      value: 1410,
      unit: '',
      sourceName: 'Observatoire A',
      sourceUrl: 'https://a.example/',
      asOf: '2023-12-31',
      perimeter: 'les Vallons',
      note: '',
      topic: 'jobs',
      isFeatured: true,
    };
    const { id } = unwrap(await execute(ctx, saveFigure, figure));
    unwrap(
      await execute(ctx, saveFigure, { ...figure, value: 1520, sourceName: '=Observatoire B', isFeatured: false }),
    );
    unwrap(await execute(ctx, setFigurePoints, { figureId: id, points: [{ day: '2019-12-31', value: 1300 }] }));
    const counts = [
      { day: '2019-12-31', value: 2 },
      { day: '2025-12-31', value: 9 },
    ];
    unwrap(await execute(ctx, setIndicatorPoints, { indicator: 'hub.cafes', label: 'cafés', points: counts }));
    const page = await textAt('/chiffres');
    for (const words of [
      '1\u202f410',
      'Observatoire A',
      '31\u00a0décembre 2023',
      'les Vallons',
      'Une autre source dit',
      'role="img"',
      'Voir le tableau',
      'pair-chart',
    ])
      expect(page).toContain(words);
    const file = await textAt('/chiffres.csv');
    expect(file).toContain('"emplois";"L’emploi";"2019-12-31";1300');
    expect(file).toContain(`"'=Observatoire B"`);
    expect(await textAt('/')).toContain('L’ESS ici, en vrai');
    unwrap(await execute(ctx, trashFigures, { ids: [id] }));
    expect(await textAt('/chiffres')).not.toContain('1\u202f410');
  });
});

describe('plain words, support, self-check', () => {
  test('the pages answer on an empty hub', async () => {
    const empty = await site.hub('Pôle tout neuf');
    for (const path of ['/c-est-quoi-l-ess', '/accompagnement', '/chiffres', '/projets', '/actions', '/histoires'])
      expect((await empty.get(path)).status, path).toBe(200);
  });

  test('a question a page, answers in the address only, nothing kept', async () => {
    const first = await hub.get('/mon-projet-est-il-ess?r=');
    const page = await first.text();
    expect(page).toContain('Question 1 sur 8 au plus');
    expect(page).toContain('/mon-projet-est-il-ess?r=o&amp;v=2026');
    expect(first.headers.get('set-cookie')).toBeNull();
    expect(page).toContain('noindex');
  });

  test('the result explains itself and goes to the hub only when sent', async () => {
    const page = await textAt('/mon-projet-est-il-ess?r=oooonoon&v=2026');
    for (const words of [
      'Presque',
      'décret n° 2015-858',
      'société à mission',
      'ne vaut pas conseil juridique',
      'Envoyer ce résultat',
    ])
      expect(page).toContain(words);
    const bilan = /href="\/contact\?([^"]*)"[^>]*>Envoyer/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const sent = new URLSearchParams(bilan).get('bilan') ?? '';
    expect(sent).toContain('/mon-projet-est-il-ess?r=oooonoon&v=2026');
    expect(sent.length).toBeLessThanOrEqual(1500);
  });

  test.each(['r=zzz', 'r=' + 'o'.repeat(300), 'r=o&v=1999', 'r=<script>'])('%s breaks nothing', async (search) => {
    const answer = await hub.get(`/mon-projet-est-il-ess?${search}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain('<script>o');
  });
});
