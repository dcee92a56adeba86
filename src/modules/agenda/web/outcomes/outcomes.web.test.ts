import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';
import { saveOutcome } from '../../commands/outcomes/save-outcome.ts';
import { saveEvent } from '../../commands/save-event.ts';
import { outcomeOffice } from '../../outcome-paths.ts';
import { occurrencesOf } from '../../queries/occurrences-of.ts';
import { agendaKeyFigures } from '../../queries/outcomes/key-figures.ts';
import { outcomeMarks, shownOutcome } from '../../queries/outcomes/outcomes-of.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const inDays = (days: number) => Temporal.Now.plainDateISO('Europe/Paris').add({ days }).toString();

async function anEvent(ctx: Context, days: number, more: object = {}): Promise<string> {
  const fields = {
    title: 'Petit-déjeuner',
    startsOn: inDays(days),
    startsAt: '08:30',
    endsAt: '10:00',
    isOwn: true,
    ...more,
  };
  const { id } = unwrap(await execute(ctx, saveEvent, { id: null, version: null, act: 'publish', fields }));
  const [date] = await occurrencesOf(ctx.db, { eventIds: [id] });
  return date?.id ?? expect.fail('no date');
}

async function anOffice(): Promise<{ hub: TestHub; ctx: Context; cookie: string }> {
  const hub = await site.hub();
  const { actor, cookie } = await hub.person('employee');
  return { hub, ctx: await hub.context(actor), cookie };
}

test('asks for what came out of our past dates, for a month, until it is told or dismissed', async () => {
  const { hub, ctx, cookie } = await anOffice();
  const [past, other] = [await anEvent(ctx, -5), await anEvent(ctx, -6, { title: 'Visite du lieu' })];
  await anEvent(ctx, -40, { title: 'Trop ancien' });
  await anEvent(ctx, -5, { title: 'Chez un partenaire', isOwn: false });
  await anEvent(ctx, -5, { title: 'Annulé', state: 'cancelled' });
  const next = await anEvent(ctx, 3, { title: 'À venir' });
  const day = await (await hub.get('/gestion', cookie)).text();
  expect(day.match(/Que s’est-il passé/g)).toHaveLength(2);
  expect(day).toContain(outcomeOffice.outcome(past));
  expect((await hub.get(outcomeOffice.outcome(next), cookie)).status).toBe(404);
  expect(await execute(ctx, saveOutcome, { occurrenceId: next, version: 0, fields: {} })).toMatchObject({
    reason: 'not_over',
  });
  expect((await hub.post(outcomeOffice.list, { ids: [other], action: 'dismiss' }, cookie)).status).toBe(303);
  expect((await hub.post(outcomeOffice.outcome(past), { version: '0', words: 'On a bien ri.' }, cookie)).status).toBe(
    303,
  );
  expect(await (await hub.get('/gestion', cookie)).text()).not.toContain('Que s’est-il passé');
  expect(await shownOutcome(ctx.db, other)).toBeNull();
});

test('keeps words, figures, photos and minutes; says what is wrong beside the field; two tellers do not lose each other', async () => {
  const { hub, ctx, cookie } = await anOffice();
  const id = await anEvent(ctx, -2);
  const drawn = sharp({ create: { width: 800, height: 500, channels: 3, background: '#a37' } });
  const photo = new File([new Uint8Array(await drawn.jpeg().toBuffer())], 'salle.jpg', { type: 'image/jpeg' });
  const said = {
    version: '0',
    attended: '23',
    words: 'On a parlé des locaux.\n\nPuis on a visité.',
    decisions: '- Un groupe se forme\n- On se revoit en mars',
    'figures.0.value': '4',
    'figures.0.label': 'locaux visités',
  };
  const wrong = await hub.post(outcomeOffice.outcome(id), { ...said, attended: '2,5', 'figures.1.value': '3' }, cookie);
  expect(wrong.status).toBe(422);
  const text = await wrong.text();
  expect(text).toContain('Écrivez un nombre entier');
  expect(text).toContain('Dites ce que c’est');
  expect(text).toContain('On a parlé des locaux.');
  const minutes = new File(['Présents : tout le monde.'], 'compte-rendu.txt', { type: 'text/plain' });
  const files = { photo_file: photo, photo_alternative: 'La salle pleine', file_file: minutes };
  const saved = await hub.post(outcomeOffice.outcome(id), { ...said, ...files }, cookie);
  expect(saved.headers.get('location')).toMatch(/^\/agenda\/petit-dejeuner/);
  const outcome = await shownOutcome(ctx.db, id);
  expect(outcome).toMatchObject({ attended: 23, figures: [{ value: '4', label: 'locaux visités' }], version: 1 });
  expect(outcome?.shownPhotos).toHaveLength(1);
  expect(outcome?.shownFiles.map(({ name }) => name)).toEqual(['compte-rendu.txt']);
  expect((await outcomeMarks(ctx.db, [id])).get(id)).toEqual({ photos: 1, files: 1, attended: 23 });
  const again = await hub.post(outcomeOffice.outcome(id), said, cookie);
  expect(await again.text()).toContain('Quelqu’un a modifié');
  const [kept] = outcome?.photos ?? [];
  await hub.post(outcomeOffice.outcome(id), { ...said, version: '1', [`remove-photo-${kept}`]: 'oui' }, cookie);
  expect((await shownOutcome(ctx.db, id))?.photos).toEqual([]);
});

test('counts the year: our dates held, who came, what partners announce', async () => {
  const { ctx } = await anOffice();
  const id = await anEvent(ctx, -1);
  await anEvent(ctx, -1, { title: 'Sans bilan' });
  await anEvent(ctx, 2, { title: 'À venir' });
  await anEvent(ctx, 2, { title: 'Concert', isOwn: false });
  unwrap(await execute(ctx, saveOutcome, { occurrenceId: id, version: 0, fields: { attended: 18 } }));
  const figures = await agendaKeyFigures(ctx);
  expect(figures.map(({ key, count }) => [key, count])).toEqual([
    ['agenda.held', 2],
    ['agenda.attended', 18],
    ['agenda.partners', 1],
  ]);
});

test('belongs to the team alone', async () => {
  const { hub, ctx } = await anOffice();
  const id = await anEvent(ctx, -1);
  for (const role of ['member', 'contributor', 'board_member'] as const) {
    const cookie = await hub.signIn(role);
    expect((await hub.get(outcomeOffice.outcome(id), cookie)).status).toBe(404);
    expect((await hub.post(outcomeOffice.outcome(id), { version: '0', words: 'x' }, cookie)).status).toBe(404);
  }
  expect((await hub.post(outcomeOffice.outcome(id), { version: '0', words: 'x' })).status).not.toBe(200);
  expect(await shownOutcome(ctx.db, id)).toBeNull();
});
