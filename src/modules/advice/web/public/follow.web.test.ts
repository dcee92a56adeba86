import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestSite, type TestHub, type TestPerson, type TestSite } from '#tests/support/app.ts';
import { someSlots } from '../../testing/builders.ts';

let site: TestSite;
let hub: TestHub;
let employee: TestPerson;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());
beforeEach(async () => {
  hub = await site.hub('Pôle ESS des Marais');
  employee = await hub.person('employee');
});

const typed = {
  name: 'Yann Ar Mor',
  reach: 'yann@exemple.fr',
  message: 'Bonjour, j’ai une idée de "café" <b>associatif</b>',
  situation: 'projet',
};

const textOf = async (path: string, cookie?: string) => (await hub.get(path, cookie)).text();

/** Asks as a visitor, and answers the secret she is given. */
async function ask(more: Record<string, string> = {}): Promise<string> {
  const answer = await hub.post('/contact', { ...typed, ...more });
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([303, null]);
  const [, secret = ''] = /^\/contact\/merci\?suivi=([\w-]{43})$/.exec(answer.headers.get('location') ?? '') ?? [];
  expect(secret).not.toBe('');
  return secret;
}

async function firstRequest(): Promise<string> {
  const [, path = ''] =
    /href="(\/gestion\/demandes\/[0-9a-f-]{36})"/.exec(await textOf('/gestion/demandes', employee.cookie)) ?? [];
  return path;
}

describe('behind the private link', () => {
  test('stands the thread, told to nobody: no index, no store, no referrer, no secret in a title', async () => {
    const secret = await ask();
    for (const path of [`/demande/${secret}`, `/contact/merci?suivi=${secret}`]) {
      const answer = await hub.get(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(answer.headers.get('cache-control')).toContain('no-store');
      expect(answer.headers.get('x-robots-tag')).toContain('noindex');
      expect(/<title>(.*?)<\/title>/.exec(await answer.text())?.[1]).not.toContain(secret);
    }
    const page = await textOf(`/demande/${secret}`);
    expect(page).toContain('&lt;b>associatif');
    expect(page.match(/<h1/g)).toHaveLength(1);
  });

  test('of another request, of another hub or of no request, there is nothing', async () => {
    const secret = await ask();
    const other = await site.hub('Pôle Ailleurs');
    for (const path of [`/demande/${secret.slice(1)}A`, '/demande/court', `/demande/${'a'.repeat(43)}`])
      expect((await hub.get(path)).status, path).toBe(404);
    expect((await other.get(`/demande/${secret}`)).status).toBe(404);
    expect((await other.post(`/demande/${secret}/message`, { message: 'Bonjour' })).status).toBe(404);
    expect((await other.post(`/demande/${secret}/retirer`, { sure: 'oui' })).status).toBe(404);
    expect((await hub.get(`/demande/${secret}/rendez-vous.ics`)).status).toBe(404);
  });

  test('one adds a word, even from a browser that tells no origin, and the team sees it', async () => {
    const secret = await ask();
    expect((await hub.post(`/demande/${secret}/message`, { message: ' ' })).status).toBe(422);
    const body = new URLSearchParams({ message: 'J’oubliais : c’est pour avril' }).toString();
    const headers = {
      origin: 'null',
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
    };
    expect((await hub.send(`/demande/${secret}/message`, { method: 'POST', body, headers })).status).toBe(303);
    expect(await textOf(await firstRequest(), employee.cookie)).toContain('J’oubliais');
  });

  test('one takes a moment, its file and its place, then gives it back', async () => {
    const [slotId = ''] = await someSlots(await hub.context(employee.actor));
    expect(await textOf('/contact')).toContain(slotId);
    expect(await textOf('/contact')).not.toContain('1 place des Essais');
    const secret = await ask({ slot: slotId });
    expect(await textOf(`/demande/${secret}`)).toContain('1 place des Essais');
    const file = await hub.get(`/demande/${secret}/rendez-vous.ics`);
    expect(file.headers.get('content-type')).toContain('text/calendar');
    expect(file.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await textOf('/contact')).not.toContain(slotId);
    const taken = await hub.post('/contact', { ...typed, slot: slotId });
    expect(taken.status).toBe(422);
    expect(await taken.text()).toContain('vient d’être pris');
    expect((await hub.post(`/demande/${secret}/rendez-vous`, { act: 'annuler' })).status).toBe(303);
    expect(await textOf('/contact')).toContain(slotId);
  });

  test('one takes it all back, once the box is ticked', async () => {
    const secret = await ask();
    expect((await hub.post(`/demande/${secret}/retirer`, {})).status).toBe(422);
    expect((await hub.post(`/demande/${secret}/retirer`, { sure: 'oui' })).headers.get('location')).toBe('/contact');
    expect((await hub.get(`/demande/${secret}`)).status).toBe(404);
    expect(await textOf('/gestion/demandes?etat=toutes', employee.cookie)).not.toContain('Yann Ar Mor');
  });

  test('a code opens the same page to whoever knows what was left with it', async () => {
    const secret = await ask({ reach: '06 39 98 00 11' });
    const [, code = ''] =
      /follow-code">([A-Z]{4}-[A-Z]{4})</.exec(await textOf(`/contact/merci?suivi=${secret}`)) ?? [];
    const find = (left: string, typedCode = code) => hub.post('/demande', { code: typedCode, left });
    expect((await find('+33 6 39 98 00 11')).headers.get('location')).toBe(`/demande/${secret}`);
    expect((await find('yann ar mor', code.toLowerCase().replace('-', ' '))).status).toBe(303);
    expect((await find('06 39 98 00 12')).status).toBe(422);
    expect((await find('Yann Ar Mor', 'ABCD-EFGH')).status).toBe(422);
    const other = await site.hub('Pôle Voisin');
    expect((await other.post('/demande', { code, left: '06 39 98 00 11' })).status).toBe(422);
  });

  test('codes are not to be guessed one after the other', async () => {
    const tries: number[] = [];
    for (let time = 0; time < 8; time++) {
      const body = 'code=ABCD-EFGH&left=moi';
      const headers = {
        origin: hub.origin,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(body.length),
      };
      tries.push((await hub.send('/demande', { method: 'POST', body, headers, address: '192.0.2.7' })).status);
    }
    expect(tries.filter((status) => status === 429)).toHaveLength(3);
  });
});

test('nothing broke', () => expect(site.failures).toEqual([]));
