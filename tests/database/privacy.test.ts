import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { sql } from 'drizzle-orm';
import { editOrganization } from '#modules/directory/index.ts';
import { registerPerson } from '#modules/identity/index.ts';
import { trashOrganizations } from '#modules/directory/commands/trash-organizations.ts';
import { archiveOrganizations } from '#modules/directory/commands/archive-organizations.ts';
import { anOrganization, guichen } from '#modules/directory/testing/builders.ts';
import { openTestSite, type TestHub, type TestPerson, type TestSite } from '#tests/support/app.ts';
import { everyRoute, filledPath, parametersOf } from './support/routes.ts';
import { wholeText } from './support/whole-text.ts';

/** What members see and visitors do not. */
const forMembers = {
  phone: '02 61 91 70 01',
  mail: 'membres@secret.example',
  name: 'Membrine Adhérente',
  street: '7 sentier des Membres',
};
/** What the team alone sees. */
const forTeam = {
  phone: '02 61 91 80 02',
  mail: 'equipe@secret.example',
  name: 'Staffane Réservée',
  street: '8 sentier Caché',
};
/** What shows to everyone, but for the addresses of e-mail. */
const forAll = { phone: '02 61 91 60 03', mail: 'public@secret.example', name: 'Publique Ouverte' };
const states = { draft: 'Brouillonne Cachée', archived: 'Archivée Cachée', trashed: 'Jetée Cachée' };
const past = 'Ancienne mission oubliée';
const visitor = { name: 'Visiteuse Discrète', phone: '02 61 91 90 04', message: 'Confidence du visiteur' };
const person = {
  givenName: 'Zorégine',
  familyName: 'Auregistre',
  email: 'fichee@secret.example',
  phone: '02 61 91 95 05',
  notes: 'Note intime du dossier',
};

let site: TestSite;
let hub: TestHub;
let employee: TestPerson;
let slugs: string[] = [];
let ids: string[] = [];
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
  employee = await hub.person('employee');
  const ctx = await hub.context(employee.actor);
  const hidden = (name: string) => ({
    name,
    mission: `${name} : mission`,
    phone: forTeam.phone,
    phoneVisibility: 'staff' as const,
    email: forTeam.mail,
    emailVisibility: 'staff' as const,
  });
  const shown = await anOrganization(ctx, {
    name: 'La Structure visible',
    mission: past,
    phone: forMembers.phone,
    phoneVisibility: 'members',
    email: forAll.mail,
    emailVisibility: 'public',
    locations: [
      { ...guichen, street: forTeam.street, lon: -1.79991, lat: 47.96991, visibility: 'staff' },
      { ...guichen, street: forMembers.street, lon: -1.78881, lat: 47.95881, visibility: 'members' },
    ],
    contacts: [
      {
        personId: null,
        name: forTeam.name,
        role: 'Trésorerie',
        visibility: 'staff',
        email: forTeam.mail,
        emailVisibility: 'staff',
        phone: forTeam.phone,
        phoneVisibility: 'staff',
      },
      {
        personId: null,
        name: forMembers.name,
        role: 'Accueil',
        visibility: 'members',
        email: forMembers.mail,
        emailVisibility: 'members',
        phone: forMembers.phone,
        phoneVisibility: 'members',
      },
      {
        personId: null,
        name: forAll.name,
        role: 'Direction',
        visibility: 'public',
        email: forAll.mail,
        emailVisibility: 'public',
        phone: forAll.phone,
        phoneVisibility: 'public',
      },
    ],
  });
  unwrap(await execute(ctx, editOrganization, { id: shown.id, version: 1, changes: { mission: 'Nouvelle mission' } }));
  const draft = await anOrganization(ctx, hidden(states.draft), { status: 'draft' });
  const archived = await anOrganization(ctx, hidden(states.archived));
  unwrap(await execute(ctx, archiveOrganizations, { ids: [archived.id] }));
  const trashed = await anOrganization(ctx, hidden(states.trashed));
  unwrap(await execute(ctx, trashOrganizations, { ids: [trashed.id] }));
  slugs = [shown, draft, archived, trashed].map(({ slug }) => slug);
  ids = [shown, draft, archived, trashed].map(({ id }) => id);
  await hub.post('/contact', { name: visitor.name, reach: visitor.phone, message: visitor.message });
  unwrap(await execute(ctx, registerPerson, person));
});
afterAll(() => site.close());

const squeezed = (text: string): string => text.replaceAll(/[\s\u00a0\u202f]|%20|\+33|&#160;/g, '').toLowerCase();
const digits = (phone: string): string[] => [
  phone.replaceAll(' ', ''),
  phone.replaceAll(' ', '').slice(1),
  phone.replaceAll(' ', '.'),
];

const secretsOf = ({ phone, mail, name, street }: typeof forTeam): string[] => [...digits(phone), mail, name, street];
const teamOnly = [
  ...secretsOf(forTeam),
  ...Object.values(states),
  past,
  visitor.name,
  ...digits(visitor.phone),
  visitor.message,
  person.givenName,
  person.familyName,
  person.email,
  ...digits(person.phone),
  person.notes,
  // The exact point of a place whose street is kept.
  '-1.79991',
  '47.96991',
];
const notForVisitors = [...teamOnly, ...secretsOf(forMembers), forAll.mail, '-1.78881', '47.95881'];

/** Every way to ask for something: each address with each value, and questions that name what is hidden. */
function everyAddress(): string[] {
  const addresses: string[] = [];
  for (const route of everyRoute(site)) {
    if (route.method !== 'GET') continue;
    const [name] = parametersOf(route.path);
    const values = !name
      ? ['']
      : name === 'slug'
        ? slugs
        : name === 'file' && !route.path.startsWith('/api')
          ? slugs.flatMap((slug) => [`${slug}.jsonld`, `${slug}.vcf`])
          : ids.flatMap((id) => (name === 'file' ? [`${id}.json`, id] : [id]));
    for (const value of values)
      addresses.push(filledPath(route.path, name ? { [name]: value, name: '320.webp', version: '1' } : {}));
  }
  const questions = [
    'secret',
    'Membrine',
    'Staffane',
    'Cachée',
    'oubliée',
    'Zorégine',
    'Confidence',
    '0261918002',
    'sentier',
  ];
  for (const text of questions) {
    const q = encodeURIComponent(text);
    addresses.push(
      `/recherche?q=${q}`,
      `/annuaire?q=${q}`,
      `/annuaire.csv?q=${q}`,
      `/annuaire.geojson?q=${q}`,
      `/carte?q=${q}`,
      `/embarquer/annuaire?q=${q}`,
      `/annuaire/proposer/structures?q=${q}`,
    );
  }
  for (const box of ['-2,47.5,-1.5,48.5', '-1.8,47.9699,-1.7999,47.97']) {
    addresses.push(
      `/annuaire/carte.json?bbox=${box}&zoom=18`,
      `/annuaire/carte.json?bbox=${box}&zoom=9`,
      `/api/elements.json?bounds=${box}`,
      `/annuaire.geojson?bbox=${box}`,
    );
  }
  for (const id of ids)
    addresses.push(
      `/api/elements.json?ids=${id}`,
      `/api/elements.json?id=${id}`,
      `/api/elements.jsonld?ids=${id}`,
      `/annuaire?ids=${id}`,
    );
  return [
    ...addresses,
    '/api/elements.json?limit=1000',
    '/annuaire?etat=draft',
    '/annuaire.csv?etat=draft&statut=trashed',
    '/%E0%A4%A',
    '/jamais',
  ];
}

/** What of this list shows, by address. The words of a question are its own. */
async function leaks(secrets: readonly string[], cookie?: string): Promise<string[]> {
  const found: string[] = [];
  for (const address of everyAddress()) {
    const asked = decodeURIComponent(/[?&]q=([^&]*)/.exec(address)?.[1] ?? '');
    const text = await wholeText(await hub.get(address, cookie));
    const said = squeezed(asked ? text.replaceAll(asked, '') : text);
    for (const secret of secrets) if (said.includes(squeezed(secret))) found.push(`${address}: ${secret}`);
  }
  return found;
}

describe('what is private', () => {
  test('reaches no visitor, by no page, file, feed or question', async () => {
    expect(await leaks(notForVisitors)).toEqual([]);
  });

  test('reaches no ordinary member beyond what is for members', async () => {
    expect(await leaks(teamOnly, await hub.signIn('member'))).toEqual([]);
    expect(await leaks(notForVisitors, await hub.signIn())).toEqual([]);
  });

  test('the same crawl by the team does find it: the crawl can see', async () => {
    const found = (await leaks(notForVisitors, employee.cookie)).join('\n');
    for (const secret of [
      forTeam.mail,
      forTeam.name,
      forTeam.street,
      states.draft,
      states.archived,
      states.trashed,
      visitor.message,
      person.familyName,
      forMembers.mail,
    ])
      expect(found).toContain(secret);
  });

  test('is not told by the directory: hidden words neither find nor count', async () => {
    const count = async (q: string): Promise<string> =>
      /(\d+|aucune?)[\s\u00a0\u202f]*(structures?|résultats?)/i.exec(
        await (await hub.get(`/annuaire?q=${encodeURIComponent(q)}`)).text(),
      )?.[0] ?? 'none';
    const nothing = await count('zzzyxq');
    for (const q of [forTeam.mail, forTeam.name, forMembers.name, 'secret.example', '0261918002', past])
      expect(await count(q), q).toBe(nothing);
  });

  test('is in no answer to a form either', async () => {
    const slug = slugs[0] ?? '';
    const forms: [string, Record<string, string>][] = [
      ['/annuaire/proposer', { 'proposed.name': states.draft.slice(0, -1), 'proposed.phone': forTeam.phone }],
      ['/annuaire/proposer', { 'proposed.name': 'Brouillonne Caché', 'proposed.website': 'https://secret.example' }],
      [`/annuaire/${slug}/corriger`, { 'proposed.name': '' }],
      [`/annuaire/${slug}/revendiquer`, { adresse: '0' }],
      [`/annuaire/${slug}/ecrire`, { fromName: '', message: '' }],
      ['/connexion', { email: person.email }],
    ];
    for (const [path, fields] of forms) {
      const typed = new Set(Object.values(fields).map(squeezed));
      const said = squeezed(await wholeText(await hub.post(path, fields)));
      expect(
        notForVisitors.filter(
          (secret) => ![...typed].some((one) => one.includes(squeezed(secret))) && said.includes(squeezed(secret)),
        ),
        path,
      ).toEqual([]);
    }
  });
});

describe('addresses of e-mail', () => {
  test('are in no page, whoever they belong to', async () => {
    const found: string[] = [];
    for (const address of everyAddress()) {
      const response = await hub.get(address);
      if (!/html|json|xml|csv|text/.test(response.headers.get('content-type') ?? '')) continue;
      const text = await response.text();
      const shown = [...text.matchAll(/mailto:|[\w.+-]+(?:@|&#64;|%40|\[at\])[\w-]+\.[a-z]{2,}/gi)].map(
        (match) => match[0],
      );
      // Examples given beside fields.
      found.push(...shown.filter((mail) => !/^[\w.]+@exemple\.fr$/.test(mail)).map((mail) => `${address}: ${mail}`));
    }
    expect(found).toEqual([]);
  });
});

describe('a removal', () => {
  test('shows at once: kept pages, files, feeds, search and map', async () => {
    const ctx = await hub.context(employee.actor);
    const name = 'Éphémère du Semnon';
    const sheet = await anOrganization(ctx, { name, mission: 'Passagère' });
    await heard(hub, `/annuaire/${sheet.slug}`, 200);
    const places = [
      '/annuaire',
      '/annuaire.csv',
      '/annuaire.geojson',
      '/annuaire.rss',
      '/annuaire.json',
      '/api/elements.json',
      '/sitemap.xml',
      '/recherche?q=ephemere',
      `/annuaire/${sheet.slug}`,
    ];
    const showing = async (): Promise<string[]> => {
      const list: string[] = [];
      for (const place of places)
        if (
          squeezed((await (await hub.get(place)).text()).replaceAll(/<\/?mark>/g, '')).includes(
            place === '/sitemap.xml' ? sheet.slug : squeezed(name),
          )
        )
          list.push(place);
      return list;
    };
    expect(await showing()).toEqual(places);
    unwrap(await execute(ctx, trashOrganizations, { ids: [sheet.id] }));
    await heard(hub, `/annuaire/${sheet.slug}`, 404);
    expect(await showing()).toEqual([]);
  });

  test('of a session ends what it opened', async () => {
    const other = await hub.person('employee');
    await (
      await hub.context(other.actor)
    ).db.execute(sql`delete from sessions where account_id = ${other.actor.accountId}`);
    expect((await hub.get('/gestion', other.cookie)).status).toBe(303);
  });
});

/** Waits until the notification of a change was heard. */
async function heard(where: TestHub, path: string, status: number): Promise<void> {
  await expect.poll(async () => (await where.get(path)).status, { timeout: 3_000 }).toBe(status);
}
