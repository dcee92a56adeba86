import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPerson, inWork } from '#modules/identity/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { inTransaction } from '#platform/db/database.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { readPicture } from '#platform/pictures/picture.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { agreementWording } from '../domain/wording.ts';
import { photosPersonalData } from '../personal-data.ts';
import { agreementRequest } from '../queries/agreement-request.ts';
import { peopleOfPhoto } from '../queries/photo-sheet.ts';
import { photosTodo } from '../queries/todo.ts';
import { aJpeg, aPhoto, photoPorts } from '../testing/builders.ts';
import { answerAgreement, noteAnswer, noticeRefusals } from './answer-agreement.ts';
import { askAgreement } from './ask-agreement.ts';
import { movePhotosTo } from './follow-merged-person.ts';
import { addPhotoPerson, notePeopleAgreement, removePhotoPerson, sayPeople } from './name-people.ts';
import { replacePhoto } from './replace-photo.ts';

let database: TestDatabase;
let ports: Awaited<ReturnType<typeof photoPorts>>;
beforeAll(async () => {
  database = await openTestDatabase();
  ports = await photoPorts();
});
afterAll(async () => {
  await ports.close();
  await database.close();
});

const wording = agreementWording({ hubName: 'Pôle d’Essai', isMinor: false });
const site = { origin: 'https://pole.example', hubName: 'Pôle d’Essai' };

async function office() {
  return contextOf(database, await newHub(database), actorWith('employee'));
}

const isShown = async (ctx: Context, id: string): Promise<boolean> => (await readPicture(ctx.db, id)) !== null;

async function named(ctx: Context, imageId: string, person: object = {}): Promise<string> {
  const wanted = { name: 'Lou Tanguy', mail: 'lou@exemple.example', ...person };
  return unwrap(await execute(ctx, addPhotoPerson, { imageId, wording, person: wanted })).id;
}

async function linkOf(ctx: Context, photoPersonId: string): Promise<string> {
  unwrap(await execute(ctx, askAgreement, { photoPersonId, ...site }));
  const { rows } = await ctx.db.execute<{ href: string }>(
    sql`select body -> 'action' ->> 'href' as href from mail_messages order by id desc limit 1`,
  );
  return rows[0]?.href.split('/').at(-1) ?? '';
}

describe('agreement', () => {
  it('hides a photo as soon as someone is named, until each has said yes', async () => {
    const ctx = await office();
    const id = await aPhoto(ctx, ports);
    expect(await isShown(ctx, id)).toBe(true);
    const [lou, youn] = [await named(ctx, id), await named(ctx, id, { name: 'Youn Morvan', mail: '' })];
    expect(await isShown(ctx, id)).toBe(false);
    unwrap(await execute(ctx, noteAnswer, { photoPersonId: lou, answer: 'given', means: 'paper' }));
    expect(await isShown(ctx, id)).toBe(false);
    unwrap(await execute(ctx, noteAnswer, { photoPersonId: youn, answer: 'given', means: 'spoken' }));
    expect(await isShown(ctx, id)).toBe(true);
    expect((await peopleOfPhoto(ctx.db, id))[0]).toMatchObject({
      state: 'given',
      means: 'paper',
      answeredBy: 'Lou Tanguy',
      notedByName: 'Camille Essai',
      wording,
    });
  });

  it('is withheld when said to hold people that nobody named', async () => {
    const ctx = await office();
    const id = await aPhoto(ctx, ports);
    unwrap(await execute(ctx, sayPeople, { imageId: id, people: 'people' }));
    expect(await isShown(ctx, id)).toBe(false);
    unwrap(await execute(ctx, sayPeople, { imageId: id, people: 'nobody_recognisable' }));
    expect(await isShown(ctx, id)).toBe(true);
    await named(ctx, id);
    expect(await execute(ctx, sayPeople, { imageId: id, people: 'nobody_recognisable' })).toMatchObject({
      reason: 'people_named',
    });
  });

  it('given at once for many photos shows them', async () => {
    const ctx = await office();
    const ids = [await aPhoto(ctx, ports), await aPhoto(ctx, ports)];
    const people = [{ name: 'Les marcheurs du samedi' }];
    unwrap(await execute(ctx, notePeopleAgreement, { ids, people, means: 'event', wording }));
    for (const id of ids) expect(await isShown(ctx, id)).toBe(true);
  });

  it('of a minor names who answers', async () => {
    const ctx = await office();
    const id = await aPhoto(ctx, ports);
    const minor = { name: 'Zoé', mail: '', isMinor: true };
    const without = await execute(ctx, addPhotoPerson, { imageId: id, wording, person: minor });
    expect(without).toMatchObject({ fields: { 'person.guardianName': expect.stringContaining('répond') } });
    const zoe = await named(ctx, id, { ...minor, guardianName: 'Paul Tanguy' });
    unwrap(await execute(ctx, noteAnswer, { photoPersonId: zoe, answer: 'given', means: 'paper' }));
    expect((await peopleOfPhoto(ctx.db, id))[0]).toMatchObject({ answeredBy: 'Paul Tanguy' });
  });

  it('is kept from those who do not keep the bank', async () => {
    const ctx = await office();
    const id = await aPhoto(ctx, ports);
    const lou = await named(ctx, id);
    for (const actor of [actorWith('member'), actorWith('board_member'), null]) {
      const other = contextOf(database, ctx.hubId, actor);
      const note = { photoPersonId: lou, answer: 'given', means: 'paper' } as const;
      expect(await execute(other, noteAnswer, note)).toMatchObject({ reason: 'forbidden' });
      expect(await execute(other, askAgreement, { photoPersonId: lou, ...site })).toMatchObject({
        reason: 'forbidden',
      });
    }
    const elsewhere = await office();
    const note = { photoPersonId: lou, answer: 'given', means: 'paper' } as const;
    expect(await execute(elsewhere, noteAnswer, note)).toMatchObject({ reason: 'not_found' });
  });
});

describe('the private link', () => {
  it('asks, takes the answer, and withdraws later: the photo hides at once', async () => {
    const ctx = await office();
    const id = await aPhoto(ctx, ports);
    const token = await linkOf(ctx, await named(ctx, id));
    const visitor = contextOf(database, ctx.hubId);
    expect(await agreementRequest(visitor.db, token)).toMatchObject({ state: 'asked', name: 'Lou Tanguy', wording });
    expect(await execute(visitor, answerAgreement, { token, answer: 'withdrawn' })).toMatchObject({
      reason: 'not_possible',
    });
    unwrap(await execute(visitor, answerAgreement, { token, answer: 'given' }));
    unwrap(await execute(visitor, answerAgreement, { token, answer: 'given' }));
    expect(await isShown(ctx, id)).toBe(true);
    unwrap(await execute(visitor, answerAgreement, { token, answer: 'withdrawn' }));
    expect(await isShown(ctx, id)).toBe(false);
    expect(visitor.witness.facts.at(-1)).toEqual({ type: 'photosChanged', ids: [id] });
    unwrap(await execute(visitor, answerAgreement, { token, answer: 'given' }));
    expect(await isShown(ctx, id)).toBe(true);
  });

  it('of a reminder leaves the first one good', async () => {
    const ctx = await office();
    const lou = await named(ctx, await aPhoto(ctx, ports));
    const first = await linkOf(ctx, lou);
    expect(await execute(ctx, askAgreement, { photoPersonId: lou, ...site })).toMatchObject({ reason: 'asked_today' });
    const tomorrow = { ...ctx, clock: { now: () => Temporal.Now.instant().add({ hours: 25 }) } };
    const second = await linkOf(tomorrow, lou);
    expect(second).not.toBe(first);
    for (const token of [first, second]) expect(await agreementRequest(ctx.db, token)).not.toBe(null);
  });

  it('says nothing in another hub, nor when it was guessed; only its hash is kept', async () => {
    const [ctx, other] = [await office(), await office()];
    const token = await linkOf(ctx, await named(ctx, await aPhoto(ctx, ports)));
    expect(await agreementRequest(other.db, token)).toBe(null);
    expect(await execute(other, answerAgreement, { token, answer: 'refused' })).toMatchObject({ reason: 'not_found' });
    expect(await agreementRequest(ctx.db, `${token}x`)).toBe(null);
    const { rows } = await ctx.db.execute(sql`select 1 from photo_agreement_links where token_hash = ${token}`);
    expect(rows).toEqual([]);
  });

  it('is not mailed to someone who answered, or has no address', async () => {
    const ctx = await office();
    const id = await aPhoto(ctx, ports);
    const mute = await named(ctx, id, { name: 'Sans adresse', mail: '' });
    expect(await execute(ctx, askAgreement, { photoPersonId: mute, ...site })).toMatchObject({ reason: 'no_address' });
    unwrap(await execute(ctx, noteAnswer, { photoPersonId: mute, answer: 'refused', means: 'spoken' }));
    expect(await execute(ctx, askAgreement, { photoPersonId: mute, ...site })).toMatchObject({
      reason: 'answered_already',
    });
  });

  it('answered twice at once ends in one state', async () => {
    const ctx = await office();
    const id = await aPhoto(ctx, ports);
    const lou = await named(ctx, id);
    const token = await linkOf(ctx, lou);
    await Promise.all([
      execute(ctx, answerAgreement, { token, answer: 'given' }),
      execute(ctx, answerAgreement, { token, answer: 'refused' }),
      execute(ctx, noteAnswer, { photoPersonId: lou, answer: 'given', means: 'paper' }),
    ]);
    const [person] = await peopleOfPhoto(ctx.db, id);
    expect(await isShown(ctx, id)).toBe(person?.state === 'given');
  });
});

describe('a refusal', () => {
  it('is told to the team until it is seen, and cannot be taken off as a mistake', async () => {
    const ctx = await office();
    const id = await aPhoto(ctx, ports);
    const token = await linkOf(ctx, await named(ctx, id));
    unwrap(await execute(contextOf(database, ctx.hubId), answerAgreement, { token, answer: 'refused' }));
    const todo = async () => (await photosTodo(ctx, async () => [])).map(({ title }) => title);
    expect(await todo()).toEqual(['Une photo n’a plus l’accord d’une personne']);
    const [person] = await peopleOfPhoto(ctx.db, id);
    expect(await execute(ctx, removePhotoPerson, { photoPersonId: person?.id })).toMatchObject({
      reason: 'has_refused',
    });
    unwrap(await execute(ctx, noticeRefusals, { imageId: id }));
    expect(await todo()).toEqual([]);
    expect(await isShown(ctx, id)).toBe(false);
  });

  it('does not follow another picture put in its place; the same shot keeps it', async () => {
    const ctx = await office();
    const id = await aPhoto(ctx, ports);
    const lou = await named(ctx, id);
    unwrap(await execute(ctx, noteAnswer, { photoPersonId: lou, answer: 'refused', means: 'paper' }));
    unwrap(await replacePhoto(ctx, ports, { imageId: id, bytes: await aJpeg(), fileName: 'x', isSameShot: true }));
    expect(await isShown(ctx, id)).toBe(false);
    unwrap(await replacePhoto(ctx, ports, { imageId: id, bytes: await aJpeg(), fileName: 'x', isSameShot: false }));
    expect(await isShown(ctx, id)).toBe(true);
    expect(await peopleOfPhoto(ctx.db, id)).toEqual([]);
  });
});

it('an answer late and words missing on a public page are told to the team, and to it alone', async () => {
  const ctx = await office();
  const [asked, mute] = [await aPhoto(ctx, ports), await aPhoto(ctx, ports, { alternative: '' })];
  await named(ctx, asked);
  const later = { ...ctx, clock: { now: () => Temporal.Now.instant().add({ hours: 24 * 11 }) } };
  const uses = async () => [{ imageId: mute, label: 'Accueil', href: '/', isPublic: true }];
  expect((await photosTodo(later, uses)).map(({ title }) => title.replaceAll('\u00a0', ' '))).toEqual([
    '1 photo attend un accord',
    '1 photo du site sans description',
    '1 photo du site à regarder',
  ]);
  expect(await photosTodo(ctx, async () => [])).toEqual([]);
  expect(await photosTodo({ ...later, actor: actorWith('member') }, uses)).toEqual([]);
});

describe('a person', () => {
  it('who is erased withdraws everything and loses her name, found by who she is or by her address', async () => {
    const ctx = await office();
    const { personId } = await aPerson(ctx, { email: 'lou@exemple.example' });
    const [byPerson, byMail] = [await aPhoto(ctx, ports), await aPhoto(ctx, ports)];
    const lines = [await named(ctx, byPerson, { mail: '', personId }), await named(ctx, byMail)];
    const token = await linkOf(ctx, lines[1] ?? '');
    for (const photoPersonId of lines)
      unwrap(await execute(ctx, noteAnswer, { photoPersonId, answer: 'given', means: 'paper' }));
    expect(await isShown(ctx, byPerson)).toBe(true);
    expect(JSON.stringify(await photosPersonalData.export(ctx, personId))).toContain('accord donné');
    await inTransaction(ctx.db, (tx) => photosPersonalData.erase(tx, personId));
    for (const id of [byPerson, byMail]) {
      expect(await isShown(ctx, id)).toBe(false);
      expect((await peopleOfPhoto(ctx.db, id))[0]).toMatchObject({
        name: '',
        mail: '',
        answeredBy: '',
        state: 'withdrawn',
      });
    }
    expect(await agreementRequest(ctx.db, token)).toBe(null);
    expect(await photosPersonalData.export(ctx, personId)).toEqual([]);
  });

  it('who becomes another keeps her agreements', async () => {
    const ctx = await office();
    const [kept, merged] = [await aPerson(ctx), await aPerson(ctx)];
    await named(ctx, await aPhoto(ctx, ports), { personId: merged.personId });
    await inWork(ctx, (work) => movePhotosTo(work, kept.personId, merged.personId));
    expect(await photosPersonalData.export(ctx, kept.personId)).toHaveLength(1);
  });
});
