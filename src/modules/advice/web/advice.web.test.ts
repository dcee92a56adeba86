import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestSite, type TestHub, type TestPerson, type TestSite } from '#tests/support/app.ts';
import { setAdviceContact } from '../commands/keep-advice-contacts.ts';
import { setAdviceRules } from '../commands/set-advice-rules.ts';
import { contactFor } from '../queries/contacts.ts';
import { someSlots } from '../testing/builders.ts';

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

describe('the form', () => {
  test('opens with the words of the page it was reached from, and keeps that page', async () => {
    const page = await textOf('/contact?vous=collectivite&de=%2Fannuaire%3Fq%3Dx&sujet=Louer+une+salle&rappel=oui');
    expect(page).toContain('révéler et soutenir l’ESS');
    expect(page).toMatch(/<option value="collectivite" selected/);
    expect(page).toContain('name="de" value="/annuaire"');
    expect(page).toContain('Louer une salle');
    expect(page).toMatch(/name="rappel"[^>]*checked/);
    expect(await textOf('/contact?de=https%3A%2F%2Failleurs.example')).not.toContain('ailleurs.example');
    const followed = await hub.send('/contact', { headers: { referer: `${hub.origin}/le-pole` } });
    expect(await followed.text()).toContain('name="de" value="/le-pole"');
    const foreign = await hub.send('/contact', { headers: { referer: 'https://ailleurs.example/le-pole' } });
    expect(await foreign.text()).not.toContain('name="de" value="/');
  });

  test('what was typed stays, escaped, with the error beside its field', async () => {
    const answer = await hub.post('/contact', { ...typed, reach: 'pas une adresse', referrer: 'La mairie' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('value="Yann Ar Mor"');
    expect(page).toContain('value="pas une adresse"');
    expect(page).toContain('value="La mairie"');
    expect(page).toContain('&lt;b>associatif');
    expect(page).not.toContain('<b>associatif');
    expect(page).toContain('href="#champ-reach"');
    expect(page).toContain('id="champ-reach-erreur"');
  });

  test('a robot that fills everything is thanked and forgotten', async () => {
    const answer = await hub.post('/contact', { ...typed, name: 'Robot', site_web: 'https://spam.example' });
    expect(answer.headers.get('location')).toBe('/contact/merci');
    expect(await textOf('/gestion/demandes?etat=toutes', employee.cookie)).not.toContain('Robot');
  });

  test('a self-check goes with it only when its box stays ticked', async () => {
    expect(await textOf('/contact?bilan=Vous+y+%C3%AAtes+presque')).toContain('Vous y êtes presque');
    await ask({ bilan: 'Vous y êtes presque', joindre: 'oui' });
    expect(await textOf(await firstRequest(), employee.cookie)).toContain('Vous y êtes presque');
    await ask({ bilan: 'Resté chez moi', message: 'Autre question' });
    expect(await textOf('/gestion/demandes?q=autre', employee.cookie)).not.toContain('Resté chez moi');
  });

  test('says who answers this reader and how soon', async () => {
    const ctx = await hub.context(employee.actor);
    unwrap(await execute(ctx, setAdviceContact, { situation: '', name: 'Camille Riou', role: 'coordinatrice' }));
    unwrap(await execute(ctx, setAdviceContact, { situation: 'jeune', name: 'Malo Imaginé' }));
    unwrap(await execute(ctx, setAdviceRules, { answerDays: 2, version: 0 }));
    expect(await execute(ctx, setAdviceRules, { answerDays: 4, version: 0 })).toMatchObject({
      reason: 'edited_meanwhile',
    });
    expect(await textOf('/contact')).toMatch(/2\u00a0jours ouvrés[\s\S]*Camille Riou/);
    expect(await textOf('/contact?vous=jeune')).toContain('Malo Imaginé');
    expect(await contactFor(ctx, 'ecole')).toEqual({
      name: 'Camille Riou',
      role: 'coordinatrice',
      phone: '',
      imageId: null,
    });
  });
});

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

describe('the team', () => {
  test('goes from the day to the answer, which leaves by mail', async () => {
    const secret = await ask();
    const [, path = ''] =
      /href="(\/gestion\/demandes\/[0-9a-f-]{36})#champ-answer"/.exec(await textOf('/gestion', employee.cookie)) ?? [];
    const page = await textOf(path, employee.cookie);
    expect(page).toContain('id="champ-answer"');
    const [, version = ''] = /name="version" value="(\d+)"/.exec(page) ?? [];
    expect((await hub.post(`${path}/repondre`, { by: 'mail', answer: '', version }, employee.cookie)).status).toBe(422);
    const sent = await hub.post(`${path}/repondre`, { by: 'mail', answer: 'Passez mardi.', version }, employee.cookie);
    expect(sent.headers.get('location')).toBe('/gestion/demandes');
    expect(await textOf(`/demande/${secret}`)).toContain('Passez mardi.');
    expect(await textOf('/gestion', employee.cookie)).not.toContain('Quelqu’un attend');
    const late = await hub.post(`${path}/repondre`, { by: 'mail', answer: 'Deuxième voix', version }, employee.cookie);
    expect(late.status).toBe(422);
    expect(await late.text()).toMatch(/a changé pendant que vous écriviez[\s\S]*Deuxième voix/);
  });

  test('takes in one click what nobody has; the second one is told', async () => {
    await ask();
    const path = await firstRequest();
    const colleague = await hub.person('employee');
    expect(await textOf(path, employee.cookie)).toContain(`${path}/prendre`);
    expect((await hub.post(`${path}/prendre`, {}, employee.cookie)).headers.get('location')).toBe(path);
    expect(await textOf(path, colleague.cookie)).not.toContain(`${path}/prendre`);
    expect((await hub.post(`${path}/prendre`, {}, colleague.cookie)).headers.get('location')).toBe(path);
    const list = await textOf('/gestion/demandes?qui=moi', employee.cookie);
    expect(list).toContain(path);
    expect(await textOf('/gestion/demandes?qui=moi', colleague.cookie)).not.toContain(path);
  });

  test('finds a ready answer filled with the given name', async () => {
    await ask();
    const text = 'Bonjour {prénom}, venez jeudi.';
    expect(
      (await hub.post('/gestion/demandes/reglages/reponses', { title: 'Jeudi', text }, employee.cookie)).status,
    ).toBe(303);
    const path = await firstRequest();
    const [, href = ''] = /href="([^"]*\?modele=[^"#]*)#champ-answer"/.exec(await textOf(path, employee.cookie)) ?? [];
    expect(await textOf(href, employee.cookie)).toMatch(/<textarea[^>]*>Bonjour Yann, venez jeudi\.</);
  });

  test('acts on several, exports what it filters, without a formula slipping in', async () => {
    await ask({ name: '=cmd()', message: 'Première demande', referrer: 'La mairie' });
    await ask({ message: 'Deuxième demande' });
    const list = await textOf('/gestion/demandes', employee.cookie);
    const ids = [...list.matchAll(/name="ids" value="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(ids).toHaveLength(2);
    const bulk = (fields: Record<string, string>) =>
      hub.post('/gestion/demandes/lot', { ids, retour: '/gestion/demandes', ...fields }, employee.cookie);
    await bulk({ action: 'confier', personId: employee.actor.personId });
    await bulk({ action: 'etiqueter', tag: 'avril' });
    await bulk({ action: 'clore', outcome: 'oriented' });
    expect((await bulk({ action: 'voler' })).status).toBe(404);
    const csv = await textOf('/gestion/demandes.csv?etat=closes&etiquette=avril', employee.cookie);
    expect(csv.trim().split('\r\n')).toHaveLength(3);
    expect(csv).toContain("'=cmd()");
    expect(csv).toContain('Orientation vers une autre structure');
    expect((await hub.get('/gestion/demandes.xlsx', employee.cookie)).status).toBe(200);
    const figures = await textOf('/gestion/demandes/chiffres', employee.cookie);
    expect(figures).toMatch(/La mairie[\s\S]*Comment cela se termine/);
    const [, proof = ''] = /href="([^"]*prescripteur=[^"]*)"/.exec(figures) ?? [];
    expect(await textOf(proof.replaceAll('&amp;', '&'), employee.cookie)).toContain('=cmd()');
    expect(await textOf('/gestion/demandes/chiffres.csv', employee.cookie)).toMatch(/"Qui les envoie";"La mairie";1/);
  });

  test('types in someone who came, and prints her a receipt with her code', async () => {
    const form = {
      channel: 'visit',
      name: 'Jeanne Sansmail',
      question: 'Où trouver une salle ?',
      referrer: 'Une amie',
    };
    expect((await hub.post('/gestion/demandes/saisir', { ...form, name: '' }, employee.cookie)).status).toBe(422);
    const saved = await hub.post('/gestion/demandes/saisir', form, employee.cookie);
    const receipt = await textOf(`${saved.headers.get('location') ?? ''}/recu`, employee.cookie);
    expect(receipt).toContain('Où trouver une salle');
    expect(receipt).toContain(employee.actor.name);
    const [, code = ''] = /follow-code">([A-Z]{4}-[A-Z]{4})</.exec(receipt) ?? [];
    expect((await hub.post('/demande', { code, left: 'jeanne sansmail' })).status).toBe(303);
  });

  test('is found at the addresses that older mails name', async () => {
    expect((await hub.get('/gestion/messages', employee.cookie)).headers.get('location')).toBe('/gestion/demandes');
    const id = '01890000-0000-7000-8000-000000000000';
    expect((await hub.get(`/gestion/messages/${id}`, employee.cookie)).headers.get('location')).toBe(
      `/gestion/demandes/${id}`,
    );
  });

  test('a board member reads what was given to her, and her colleagues’ pages are not there', async () => {
    await ask();
    const path = await firstRequest();
    const board = await hub.person('board_member');
    expect((await hub.get(path, board.cookie)).status).toBe(404);
    expect(await textOf('/gestion/demandes', board.cookie)).not.toContain('Yann');
    const follow = { assignedToId: board.actor.personId, situation: '', referrer: '', tags: 'a, b' };
    expect((await hub.post(`${path}/suivre`, follow, employee.cookie)).status).toBe(303);
    const page = await textOf(path, board.cookie);
    expect(page).toContain('Yann');
    expect(page).not.toContain(`${path}/clore`);
    for (const part of ['reglages', 'chiffres', 'creneaux', 'saisir'])
      expect((await hub.get(`/gestion/demandes/${part}`, board.cookie)).status, part).toBe(404);
    expect((await hub.get('/gestion/demandes.csv', board.cookie)).status).toBe(404);
    expect((await hub.post(`${path}/repondre`, { by: 'mail', answer: 'Je vous appelle' }, board.cookie)).status).toBe(
      303,
    );
  });

  test('nothing broke', () => expect(site.failures).toEqual([]));
});
