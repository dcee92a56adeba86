import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestSite, type Fields, type TestHub, type TestSite } from '#tests/support/app.ts';
import { occurrencesOf } from '../../queries/occurrences-of.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const inDays = (days: number) => Temporal.Now.plainDateISO('Europe/Paris').add({ days }).toString();
const pages = '/gestion/agenda';
const formOf = (html: string, name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? '';
const body = async (answer: Response) => (await answer.text()).replaceAll('&#39;', '’').replaceAll('&amp;', '&');

const typed = (change: Fields = {}): Fields => ({
  title: 'Petit-déjeuner des associations',
  type: 'breakfast',
  startsOn: inDays(20),
  startsAt: '08:30',
  endsAt: '10:00',
  rhythm: 'never',
  isOwn: 'oui',
  venue: 'La Tablée',
  newCity: 'Guichen',
  act: 'publish',
  ...change,
});

/** Sends the editor’s form; answers where it led, or the page. */
async function send(hub: TestHub, cookie: string, fields: Fields, path = `${pages}/ajouter`) {
  const answer = await hub.post(path, fields, cookie);
  return {
    status: answer.status,
    to: answer.headers.get('location') ?? '',
    html: answer.status === 302 || answer.status === 303 ? '' : await body(answer),
  };
}

async function idOf(hub: TestHub, cookie: string, title: string, view = ''): Promise<string> {
  const html = await body(await hub.get(`${pages}${view}`, cookie));
  const found = new RegExp(`/gestion/agenda/([0-9a-f-]{36})">${title}`).exec(html);
  return found?.[1] ?? '';
}

test('an event with a new place is published, and the place serves the next one', async () => {
  const hub = await site.hub();
  const cookie = await hub.signIn('employee');
  const first = await send(hub, cookie, typed());
  expect(first.to).toMatch(/^\/agenda\/petit-dejeuner/);
  expect(await body(await hub.get(first.to))).toContain('La Tablée');
  const { newCity: _, ...again } = typed({
    title: 'Visite',
    startsOn: inDays(40),
    venue: 'La Tablée · Guichen',
    type: 'visit',
  });
  expect((await send(hub, cookie, again)).to).toMatch(/^\/agenda\/visite/);
  const list = await body(await hub.get(`${pages}/lieux`, cookie));
  expect(list.match(/lieux\/[0-9a-f-]{36}">La Tablée/g)).toHaveLength(1);
  expect(await body(await hub.get(`${pages}/ajouter`, cookie))).toContain('value="La Tablée · Guichen"');
});

test('what is not clear is said beside its field, with what was typed', async () => {
  const hub = await site.hub();
  const cookie = await hub.signIn('employee');
  const unknown = await send(hub, cookie, typed({ newCity: '' }));
  expect(unknown.status).toBe(422);
  expect(unknown.html).toContain('dites sa commune');
  expect(unknown.html).toContain('value="Petit-déjeuner des associations"');
  const wrong = await send(hub, cookie, typed({ title: '', startsOn: '', rhythm: 'weekly', ends: 'until' }));
  for (const word of ['Donnez un titre.', 'Écrivez une date.'])
    expect(wrong.html + (await send(hub, cookie, typed({ title: '', startsOn: '' }))).html).toContain(word);
  expect(wrong.html).toContain('Dites jusqu’à quand.');
});

test('a monthly event says its repetition in words and shows its next dates before it is saved', async () => {
  const hub = await site.hub();
  const cookie = await hub.signIn('employee');
  const { html, status } = await send(
    hub,
    cookie,
    typed({ rhythm: 'monthly_nth', ends: 'times', times: '4', act: 'preview' }),
  );
  expect(status).toBe(200);
  expect(html).toMatch(/Tous les \S+ \S+ du mois, quatre fois\. Prochaines dates/);
  expect(await idOf(hub, cookie, 'Petit-déjeuner des associations', '?vue=brouillons')).toBe('');
});

test('another event around is told before publishing, once, with its reasons', async () => {
  const hub = await site.hub();
  const cookie = await hub.signIn('employee');
  await send(hub, cookie, typed({ title: 'Café des idées' }));
  const { newCity: _, ...same } = typed({ title: 'Réunion publique', venue: 'La Tablée' });
  const warned = await send(hub, cookie, same);
  expect(warned.status).toBe(409);
  expect(warned.html).toContain('Café des idées');
  expect(warned.html).toContain('dans le même lieu');
  expect(warned.html).toContain('Publier quand même');
  const seen = formOf(warned.html, 'seen');
  expect((await send(hub, cookie, { ...same, seen })).to).toMatch(/^\/agenda\/reunion-publique/);
});

test('the hint while typing tells the same, and hides the drafts of others from members', async () => {
  const hub = await site.hub();
  const cookie = await hub.signIn('employee');
  await send(hub, cookie, typed({ title: 'Réunion secrète', act: 'keep' }));
  const asked = `${pages}/dates.json?startsOn=${inDays(20)}&startsAt=09:00&endsAt=11:00&venue=${encodeURIComponent('La Tablée')}&type=breakfast`;
  expect(JSON.stringify(await (await hub.get(asked, cookie)).json())).toContain('Réunion secrète');
  const member = await hub.signIn('member');
  expect(await (await hub.get(asked, member)).json()).toMatchObject({ clashes: [] });
  expect((await hub.get(asked)).headers.get('location')).toContain('/connexion');
});

test('two who write the same event choose between both versions', async () => {
  const hub = await site.hub();
  const [one, other] = [await hub.signIn('employee'), await hub.signIn('employee')];
  await send(hub, one, typed({ act: 'keep' }));
  const id = await idOf(hub, one, 'Petit-déjeuner des associations', '?vue=brouillons');
  const html = await body(await hub.get(`${pages}/${id}`, one));
  const [version, base] = [formOf(html, 'version'), formOf(html, 'base')];
  const { newCity: _, ...kept } = typed({ act: 'keep', version, base });
  expect(
    (await send(hub, other, { ...kept, title: 'Petit-déjeuner du réseau', brief: 'Venez.' }, `${pages}/${id}`)).to,
  ).toBe(`${pages}/${id}`);
  const conflict = await send(hub, one, { ...kept, title: 'Petit-déjeuner ouvert' }, `${pages}/${id}`);
  expect(conflict.status).toBe(409);
  expect(conflict.html).toContain('Petit-déjeuner du réseau');
  // Only the other one wrote a summary: nobody is asked about it.
  expect(conflict.html).not.toContain('garder.brief');
  const mine = formOf(conflict.html, 'mine').replaceAll('&quot;', '"');
  await send(
    hub,
    one,
    { mine, base, version: formOf(conflict.html, 'version'), 'garder.title': 'mienne', act: 'keep' },
    `${pages}/${id}`,
  );
  const after = await body(await hub.get(`${pages}/${id}`, one));
  expect(after).toContain('value="Petit-déjeuner ouvert"');
  expect(after).toContain('Venez.');
});

test('« refaire » is filled with the next plausible date, and publishes in one act', async () => {
  const hub = await site.hub();
  const cookie = await hub.signIn('employee');
  const past = Temporal.Now.plainDateISO('Europe/Paris').subtract({ months: 1 }).with({ day: 10 });
  await send(hub, cookie, typed({ startsOn: past.toString() }));
  const id = await idOf(hub, cookie, 'Petit-déjeuner des associations', '?vue=passes');
  const html = await body(await hub.get(`${pages}/ajouter?refaire=${id}`, cookie));
  const next = Temporal.PlainDate.from(formOf(html, 'startsOn'));
  expect(next.dayOfWeek).toBe(past.dayOfWeek);
  expect(Temporal.PlainDate.compare(next, Temporal.Now.plainDateISO('Europe/Paris'))).toBe(1);
  const { newCity: _, ...again } = typed({ startsOn: next.toString(), repeatsId: id });
  const done = await send(hub, cookie, again);
  expect(done.to).toMatch(/^\/agenda\//);
  expect((await hub.get(`${pages}/ajouter?refaire=${id}`, await hub.signIn('member'))).status).toBe(200);
});

test('one date of a series is called off from its page, and the rest of the series changed from another', async () => {
  const hub = await site.hub();
  const cookie = await hub.signIn('employee');
  await send(hub, cookie, typed({ title: 'Permanence', rhythm: 'weekly', ends: 'times', times: '4' }));
  const id = await idOf(hub, cookie, 'Permanence');
  const { db } = await hub.context();
  const dates = await occurrencesOf(db, { eventIds: [id] });
  const second = `${pages}/${id}/dates/${dates[1]!.id}`;
  const page = await body(await hub.get(second, cookie));
  const fields = {
    version: formOf(page, 'version'),
    startsOn: dates[1]!.startsOn.toString(),
    startsAt: '08:30',
    endsAt: '10:00',
    venue: 'La Tablée · Guichen',
    title: '',
    note: 'Fermé ce jour-là.',
  };
  expect((await send(hub, cookie, { ...fields, act: 'cancel' }, second)).to).toBe(`${pages}/${id}/dates`);
  expect(await body(await hub.get(`${pages}/${id}/dates`, cookie))).toContain('annulée');
  const third = dates[2]!;
  const editor = await body(await hub.get(`${pages}/${id}?des=${third.id}`, cookie));
  expect(editor).toContain('Cette date et les suivantes');
  const { newCity: _, ...later } = typed({
    title: 'Permanence à la halle',
    startsOn: formOf(editor, 'startsOn'),
    rhythm: 'weekly',
    ends: 'times',
    times: '2',
    version: formOf(editor, 'version'),
    des: third.id,
    act: 'split',
  });
  const split = await send(hub, cookie, later, `${pages}/${id}`);
  expect(split.to).toMatch(/\/dates$/);
  expect((await occurrencesOf(db, { eventIds: [id] })).filter(({ isLeftover }) => !isLeftover)).toHaveLength(2);
});

test('members write their own and propose; strangers find nothing', async () => {
  const hub = await site.hub();
  const employee = await hub.signIn('employee');
  const member = await hub.signIn('member');
  await send(hub, employee, typed({ title: 'Brouillon de l’équipe', act: 'keep' }));
  const id = await idOf(hub, employee, 'Brouillon de l’équipe', '?vue=brouillons');
  for (const path of [`${pages}/${id}`, `${pages}/${id}/dates`, `${pages}/lieux`, `${pages}/reglages`])
    expect((await hub.get(path, member)).status).toBe(404);
  expect((await hub.post(`${pages}/${id}`, typed({ version: '1' }), member)).status).toBe(404);
  expect((await hub.get(pages)).headers.get('location')).toContain('/connexion');
  const mine = await send(hub, member, typed({ title: 'Troc de plants', isOwn: 'oui', act: 'propose' }));
  expect(mine.to).toMatch(/^\/gestion\/agenda\//);
  const list = await body(await hub.get(`${pages}?vue=a-valider`, member));
  expect(list).toContain('Troc de plants');
  expect(list).not.toContain('Brouillon de l’équipe');
  expect((await send(hub, member, typed({ title: 'Sans attendre', startsOn: inDays(50) }))).status).toBe(422);
});

test('the list acts in bulk, exports, and gives back what it threw away', async () => {
  const hub = await site.hub();
  const cookie = await hub.signIn('employee');
  await send(hub, cookie, typed({ title: 'Un' }));
  const id = await idOf(hub, cookie, 'Un');
  await hub.post(`${pages}/lot`, { ids: id, action: 'annuler' }, cookie);
  expect(await body(await hub.get(`${pages}?etat=cancelled`, cookie))).toContain('>Un<');
  expect(await body(await hub.get(`${pages}.csv`, cookie))).toContain('"Un";"Petit-déjeuner"');
  await hub.post(`${pages}/lot`, { ids: id, action: 'corbeille' }, cookie);
  expect(await idOf(hub, cookie, 'Un')).toBe('');
  await hub.post(`${pages}/corbeille?ids=${id}`, {}, cookie);
  expect(await idOf(hub, cookie, 'Un')).toBe(id);
});

test('two places become one, with their events, and the settings are kept', async () => {
  const hub = await site.hub();
  const cookie = await hub.signIn('employee');
  await send(hub, cookie, typed({ title: 'Un' }));
  const { db } = await hub.context();
  await hub.post(
    `${pages}/lieux/ajouter`,
    { name: 'Tablée (la)', city: 'Guichen', point: '47,97, -1,79', accessibility: 'mi', access: 'Bus 91' },
    cookie,
  );
  const list = await body(await hub.get(`${pages}/lieux`, cookie));
  const venue = (name: string) => new RegExp(`/gestion/agenda/lieux/([0-9a-f-]{36})">${name}`).exec(list)?.[1] ?? '';
  const [kept, merged] = [venue('Tablée \\(la\\)'), venue('La Tablée')];
  await hub.post(`${pages}/lieux/${kept}`, { act: 'reunir', autre: merged }, cookie);
  const id = await idOf(hub, cookie, 'Un');
  expect((await occurrencesOf(db, { eventIds: [id] }))[0]?.venueId).toBe(kept);
  expect((await hub.get(`${pages}/lieux/${merged}`, cookie)).headers.get('location')).toBe(`${pages}/lieux/${kept}`);
  await hub.post(
    `${pages}/reglages`,
    { trustedRoles: ['member'], perimeterNote: 'Tout ce qui relie.', schoolZone: 'B' },
    cookie,
  );
  const settings = await body(await hub.get(`${pages}/reglages`, cookie));
  expect(settings).toContain('Tout ce qui relie.');
  const member = await hub.signIn('member');
  expect((await send(hub, member, typed({ title: 'Troc', newCity: 'Redon', venue: 'Quai' }))).to).toMatch(
    /^\/agenda\/troc/,
  );
});
