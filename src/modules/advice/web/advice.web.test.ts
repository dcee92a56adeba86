import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestSite, type TestHub, type TestPerson, type TestSite } from '#tests/support/app.ts';
import { setAdviceContact } from '../commands/keep-advice-contacts.ts';
import { setAdviceRules } from '../commands/set-advice-rules.ts';
import { contactFor } from '../queries/contacts.ts';

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
    const answer = await hub.post('/contact', { ...typed, name: 'Robot', adresse_2: 'https://spam.example' });
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
