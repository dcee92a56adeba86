import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';
import {
  aCourse,
  anOpenSession,
  aSession,
  aTrainee,
  aTrainer,
  lettersOf,
  testRegistrations,
} from '../testing/builders.ts';
import { mailAddresses } from '#modules/identity/index.ts';
import { mergeVenues, saveVenue } from '#modules/agenda/index.ts';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { readSession } from '../queries/stored-session.ts';
import { attendancesOf, enrolledOf } from '../queries/trainees.ts';
import { askPayment } from '../commands/ask-payment.ts';
import { noteAttendance } from '../commands/note-attendance.ts';
import { signAttendance } from '../commands/sign-attendance.ts';
import { trainingPersonalData } from '../personal-data.ts';
import { inTransaction } from '#platform/db/database.ts';
import { readPdf } from '#platform/pdf/testing/read-pdf.ts';
import { paperFactsOf } from '../queries/paper-facts.ts';
import { keptPapers } from '../queries/kept-papers.ts';

let site: TestSite;
let hub: TestHub;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
});
afterAll(async () => {
  expect(site.failures).toEqual([]);
  await site.close();
});

const team = async () => hub.context((await hub.person('employee')).actor);

describe('the catalogue', () => {
  it('shows public courses only, with their next sessions, and never a name of who is enrolled', async () => {
    const ctx = await team();
    const course = await aCourse(ctx);
    const sessionId = await anOpenSession(ctx, course.id);
    await aTrainee(ctx, sessionId, { name: 'Secrète Stagiaire' });
    await aSession(ctx, course.id, { inDays: 40 });
    const list = await (await hub.get('/formations')).text();
    expect(list).toContain('Tenir le budget d’une association');
    const page = await (await hub.get(`/formations/${course.slug}`)).text();
    expect(page).toContain('"@type":"Course"');
    const session = await readSession(ctx.db, sessionId);
    const open = await hub.get(`/formations/${course.slug}/${session?.slug}`);
    expect(open.status).toBe(200);
    expect(await open.text()).not.toContain('Secrète');
    expect(page).not.toContain('Secrète');
  });

  it('answers 404 for a draft course and a session not yet open', async () => {
    const ctx = await team();
    const course = await aCourse(ctx, { title: 'Cours caché aux autres' });
    const id = await aSession(ctx, course.id);
    const session = await readSession(ctx.db, id);
    expect((await hub.get(`/formations/${course.slug}/${session?.slug}`)).status).toBe(404);
    expect((await hub.get('/formations/rien-de-tel')).status).toBe(404);
  });

  it('tells of the next session whoever confirmed, and only her', async () => {
    const ctx = await team();
    const course = await aCourse(ctx, { title: 'Animer une réunion' });
    await hub.post(`/formations/${course.slug}/prevenir`, { email: 'lena@pole.example', name: 'Léna Fictive' });
    const [letter] = await lettersOf(ctx, 'training.confirm-interest');
    const href = /\/formations\/interet\/[\w-]+/.exec(letter?.body ?? '')?.[0] ?? '';
    expect((await hub.get(href)).status).toBe(200);
    expect((await hub.get(`${href.slice(0, -2)}xx`)).status).toBe(404);
    expect((await hub.post(href, { act: 'oui' })).status).toBe(303);
  });
});

describe('a session', () => {
  it('goes from registration to certificates, none for who was absent', async () => {
    const ctx = await team();
    const course = await aCourse(ctx, { title: 'Du début à la fin' });
    const trainer = await aTrainer(ctx);
    const id = await anOpenSession(ctx, course.id, { inDays: -2, isConfirmed: true });
    const here = await aTrainee(ctx, id, {
      name: 'Présente Fictive',
      organizationName: 'La Grange',
      priceCents: 4000,
    });
    const away = await aTrainee(ctx, id, { name: 'Absent Fictif', email: null });
    const { halfDays = [] } = (await readSession(ctx.db, id)) ?? {};
    expect(trainer).toBeTruthy();
    const note = {
      sessionId: id,
      halfDayIds: halfDays.map((halfDay) => halfDay.id),
      present: halfDays.map((halfDay) => ({ halfDayId: halfDay.id, traineeId: here })),
      act: 'close',
    };
    unwrap(await execute(ctx, noteAttendance, note));
    const facts = await paperFactsOf(ctx, id);
    expect(facts?.certified.get(here)?.minutes).toBe(420);
    expect(facts?.certified.get(away)?.minutes).toBe(0);
    const employee = await hub.signIn('employee');
    const make = () => hub.post(`/gestion/formations/sessions/${id}/documents`, {}, employee);
    expect((await make()).status).toBe(303);
    const papers = await keptPapers(ctx.db, id);
    expect(papers.filter(({ kind }) => kind === 'completion_certificate').map(({ traineeId }) => traineeId)).toEqual([
      here,
    ]);
    const before = papers.length;
    await make();
    expect(await keptPapers(ctx.db, id)).toHaveLength(before);
    const asked = unwrap(
      await execute(ctx, askPayment(testRegistrations.payments), { sessionId: id, traineeId: here }),
    );
    const archive = await hub.get(`/gestion/formations/sessions/${id}/dossier.zip`, employee);
    const names = Buffer.from(await archive.arrayBuffer()).toString('latin1');
    expect(names).toContain('0-sommaire.csv');
    expect(asked.invoice).toMatch(/^F-\d{4}-\d{4}$/);
    expect(names).toContain(`7-factures/${asked.invoice}.pdf`);
    const year = halfDays[0]?.heldOn.year ?? 0;
    const csv = await (
      await hub.get(`/gestion/formations/chiffres.csv?annee=${year}&par=municipality`, employee)
    ).text();
    expect(csv).toContain('"Janzé";1;7;1');
    const proof = await (
      await hub.get(`/gestion/formations/chiffres/liste?annee=${year}&par=municipality&ligne=Janz%C3%A9`, employee)
    ).text();
    expect(proof).toContain('Présente Fictive');
    expect(proof).not.toContain('Absent Fictif');
  });

  it('is held where its place is, once two places were found to be one', async () => {
    const ctx = await team();
    const course = await aCourse(ctx, { title: 'Le lieu réuni' });
    const place = async (name: string) =>
      unwrap(await execute(ctx, saveVenue, { id: null, version: null, fields: { name, city: 'Guichen' } })).id;
    const [kept, merged] = [await place('Salle Ouessant'), await place('Salle d’Ouessant')];
    const id = await anOpenSession(ctx, course.id, { venueId: merged });
    unwrap(await execute(ctx, mergeVenues, { keptId: kept, mergedId: merged }));
    expect((await readSession(ctx.db, id))?.venueId).toBe(kept);
  });

  it('opens every page to the team, and to nobody else', async () => {
    const ctx = await team();
    const course = await aCourse(ctx, { title: 'Toutes les pages' });
    const id = await anOpenSession(ctx, course.id, { inDays: -1, isConfirmed: true });
    const trainee = await aTrainee(ctx, id, { paysHerself: true, agreementSignedOn: '2026-03-02' });
    const [halfDay] = (await readSession(ctx.db, id))?.halfDays ?? [];
    const session = `/gestion/formations/sessions/${id}`;
    const employee = await hub.signIn('employee');
    const member = await hub.signIn('member');
    for (const path of [
      '/gestion/formations',
      '/gestion/formations/catalogue',
      '/gestion/formations/catalogue/ajouter',
      `/gestion/formations/catalogue/${course.id}`,
      '/gestion/formations/formateurs',
      '/gestion/formations/reglages',
      '/gestion/formations/chiffres',
      '/gestion/formations/sessions/ajouter',
      session,
      `${session}/modifier`,
      `${session}/stagiaires`,
      `${session}/stagiaires/${trainee}`,
      `${session}/presences`,
      `${session}/emarger/${halfDay?.id}`,
      `${session}/documents`,
      `${session}/documents/voir/programme`,
      `${session}/documents/voir/attendance_sheet`,
      `${session}/evaluations`,
    ]) {
      expect([path, (await hub.get(path, employee)).status]).toEqual([path, 200]);
      if (path !== '/gestion/formations') expect([path, (await hub.get(path, member)).status]).toEqual([path, 404]);
    }
  });

  it('lets a trainer hold her own session and no other', async () => {
    const ctx = await team();
    const teacher = await hub.person('member');
    const course = await aCourse(ctx, { title: 'Celle qu’elle anime' });
    const trainer = await aTrainer(ctx, { name: 'Ana Anime', personId: teacher.actor.personId });
    const day = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().subtract({ days: 1 }).toString();
    const halfDays = [{ heldOn: day, startsAt: '09:00', endsAt: '12:00', trainers: [trainer] }];
    const mine = await anOpenSession(ctx, course.id, { halfDays, isConfirmed: true });
    const other = await anOpenSession(ctx, course.id, { inDays: -3, isConfirmed: true });
    const trainee = await aTrainee(ctx, mine);
    expect((await hub.get(`/gestion/formations/sessions/${mine}`, teacher.cookie)).status).toBe(200);
    expect((await hub.get(`/gestion/formations/sessions/${other}`, teacher.cookie)).status).toBe(404);
    const [halfDay] = (await readSession(ctx.db, mine))?.halfDays ?? [];
    const signing = `/gestion/formations/sessions/${mine}/emarger/${halfDay?.id}`;
    expect((await hub.post(signing, { trainee }, teacher.cookie)).status).toBe(303);
    expect(await (await hub.get(signing, teacher.cookie)).text()).toContain('a signé');
    const present = [`${halfDay?.id} ${trainee}`];
    const closing = await hub.post(
      `/gestion/formations/sessions/${mine}/presences`,
      { halfDay: halfDay?.id ?? '', present, act: 'terminer' },
      teacher.cookie,
    );
    expect(closing.status).toBe(422);
  });

  it('offers no screen to sign before a half-day begins, and says from when', async () => {
    const ctx = await team();
    const course = await aCourse(ctx, { title: 'Signer plus tard' });
    const id = await anOpenSession(ctx, course.id, { inDays: 20, isConfirmed: true });
    await aTrainee(ctx, id, { name: 'Patiente Fictive', email: null });
    const [halfDay] = (await readSession(ctx.db, id))?.halfDays ?? [];
    const page = await hub.get(
      `/gestion/formations/sessions/${id}/emarger/${halfDay?.id}`,
      await hub.signIn('employee'),
    );
    const html = await page.text();
    expect([page.status, html.includes('On signe ici à partir du'), html.includes('Patiente Fictive')]).toEqual([
      200,
      true,
      true,
    ]);
    expect(html).not.toContain('Je signe');
  });

  it('keeps the signature drawn on the screen on the sheet, as long as she was there', async () => {
    const ctx = await team();
    const person = await hub.person('member');
    const [email = ''] = await mailAddresses(ctx.db, person.actor.personId);
    const course = await aCourse(ctx, { title: 'Signer du doigt' });
    const id = await anOpenSession(ctx, course.id, { inDays: -2, isConfirmed: true });
    const drawn = await aTrainee(ctx, id, { name: 'Dessine Fictive', email });
    const plain = await aTrainee(ctx, id, { name: 'Touche Fictif', email: null });
    const [halfDay] = (await readSession(ctx.db, id))?.halfDays ?? [];
    const halfDayId = halfDay?.id ?? '';
    const employee = await hub.signIn('employee');
    const signing = `/gestion/formations/sessions/${id}/emarger/${halfDayId}`;
    const signed = async () =>
      new Map((await attendancesOf(ctx.db, [halfDayId])).map((one) => [one.traineeId, one.signature]));
    for (const signature of ['M1 1L2 2"/><script>', 'M1 1L999 2', `M1 1${'L2 2'.repeat(2000)}`])
      await hub.post(signing, { trainee: drawn, signature }, employee);
    expect(await signed()).toEqual(new Map());
    await hub.post(signing, { trainee: drawn, signature: 'M10 20L390 140L77 33' }, employee);
    await hub.post(signing, { trainee: drawn, signature: 'M1 1L2 2' }, employee);
    await hub.post(signing, { trainee: plain }, employee);
    expect(await signed()).toEqual(
      new Map([
        [drawn, 'M10 20L390 140L77 33'],
        [plain, ''],
      ]),
    );
    const sheet = async () => {
      const answer = await hub.get(`/gestion/formations/sessions/${id}/documents/voir/attendance_sheet`, employee);
      return readPdf(new Uint8Array(await answer.arrayBuffer()));
    };
    const paper = await sheet();
    expect(paper.structure.filter((line) => line.includes('Figure'))).toEqual([
      expect.stringContaining('[Signature de Dessine Fictive]'),
    ]);
    expect(paper.contents.join('')).toContain('390 140 l');
    expect(paper.heard.join(' ')).toContain('Signé à l’écran le');
    const own = await trainingPersonalData.export(ctx, person.actor.personId);
    expect(JSON.stringify(own)).toContain('M10 20L390 140L77 33');

    const note = (present: string[]) =>
      execute(ctx, noteAttendance, {
        sessionId: id,
        halfDayIds: [halfDayId],
        present: present.map((traineeId) => ({ halfDayId, traineeId })),
        act: 'keep',
      });
    unwrap(await note([drawn, plain]));
    expect((await signed()).get(drawn)).toBe('M10 20L390 140L77 33');
    await inTransaction(ctx.db, (tx) => trainingPersonalData.erase(tx, person.actor.personId));
    expect((await signed()).get(drawn)).toBe('');
    unwrap(await note([]));
    expect((await sheet()).structure.some((line) => line.includes('Figure'))).toBe(false);
  });

  it('forgets a signature with the attendance it proved', async () => {
    const ctx = await team();
    const course = await aCourse(ctx, { title: 'Signer puis partir' });
    const id = await anOpenSession(ctx, course.id, { inDays: -2, isConfirmed: true });
    const traineeId = await aTrainee(ctx, id);
    const [{ id: halfDayId } = { id: '' }] = (await readSession(ctx.db, id))?.halfDays ?? [];
    unwrap(await execute(ctx, signAttendance, { sessionId: id, halfDayId, traineeId, signature: 'M1 1L2 2' }));
    unwrap(await execute(ctx, noteAttendance, { sessionId: id, halfDayIds: [halfDayId], present: [], act: 'keep' }));
    expect(await attendancesOf(ctx.db, [halfDayId])).toMatchObject([
      { state: 'absent', signature: '', signedAt: null },
    ]);
  });

  it('asks nothing of who pays herself while she may withdraw, then a part, and of a structure all at once', async () => {
    const ctx = await team();
    const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
    const course = await aCourse(ctx, { title: 'Payer en son temps' });
    const id = await anOpenSession(ctx, course.id, { inDays: 60 });
    const ask = async (wanted: Record<string, unknown>) => {
      const traineeId = await aTrainee(ctx, id, {
        priceCents: 10_000,
        name: `Paie ${String(wanted['name'])}`,
        ...wanted,
      });
      return execute(ctx, askPayment(testRegistrations.payments), { sessionId: id, traineeId });
    };
    const signed = (days: number) => today.subtract({ days }).toString();
    expect(await ask({ name: 'Trop Tôt', paysHerself: true, agreementSignedOn: signed(3) })).toMatchObject({
      reason: 'too_soon_to_pay',
    });
    expect(await ask({ name: 'Sans Contrat', paysHerself: true })).toMatchObject({ reason: 'too_soon_to_pay' });
    expect(await ask({ name: 'Après Délai', paysHerself: true, agreementSignedOn: signed(20) })).toMatchObject({
      value: { amount: 3000 },
    });
    expect(await ask({ name: 'La Grange', organizationName: 'La Grange' })).toMatchObject({
      value: { amount: 10_000 },
    });
  });

  it('takes a seat where everyone takes hers', async () => {
    const ctx = await team();
    const course = await aCourse(ctx, { title: 'Une seule place' });
    const id = await anOpenSession(ctx, course.id, { maxTrainees: 1 });
    await aTrainee(ctx, id);
    await expect(aTrainee(ctx, id, { name: 'Une de Trop' })).rejects.toThrow('session_full');
    const [first] = await enrolledOf(ctx.db, id);
    expect(first?.registrationId).not.toBeNull();
  });
});
