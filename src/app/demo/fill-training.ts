import { sql } from 'drizzle-orm';
import type { RegistrationDependencies } from '#modules/registration/index.ts';
import {
  answerSurvey,
  askPayment,
  askSurvey,
  noteAttendance,
  readSession,
  saveCourse,
  saveSession,
  saveTrainee,
  saveTrainer,
  setSessionState,
  setTrainingSettings,
  signAttendance,
  type TrainingDependencies,
} from '#modules/training/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { typography } from '#platform/french/index.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { nextWeekday } from './moments.ts';
import { demoAnswers, demoCourses, demoPartners, demoTrainees, demoTrainers } from './demo-training.ts';

type Links = Pick<TrainingDependencies, 'links' | 'originOf'> & { registrations: RegistrationDependencies };

/** Three courses, a session to come with people in it, and two that are over with their proofs. */
export async function fillTraining(ctx: Context, deps: Links): Promise<void> {
  // There already: an earlier filling was interrupted after this one.
  if ((await ctx.db.execute(sql`select 1 from training_settings`)).rows.length > 0) return;
  const trainers: string[] = [];
  for (const trainer of demoTrainers)
    trainers.push(unwrap(await execute(ctx, saveTrainer, { id: null, version: null, ...trainer })).id);
  const courses: string[] = [];
  for (const course of demoCourses) {
    const fields = Object.fromEntries(
      Object.entries(course).map(([name, value]) => [
        name,
        typeof value === 'string' && !name.endsWith('Url') ? typography(value) : value,
      ]),
    );
    courses.push(unwrap(await execute(ctx, saveCourse, { id: null, version: null, fields, act: 'publish' })).id);
  }
  const [budget = '', meeting = ''] = courses;
  const [accountant = '', host = ''] = trainers;
  const coming = await aSession(ctx, deps, { courseId: budget, trainer: accountant, inDays: 24, days: 2 });
  for (const trainee of demoTrainees.slice(0, 3)) await enrol(ctx, deps, coming, trainee);
  const lastYear = await aSession(ctx, deps, { courseId: meeting, trainer: host, inDays: -400, days: 1 });
  const lastMonth = await aSession(ctx, deps, {
    courseId: budget,
    trainer: accountant,
    inDays: -36,
    days: 2,
    partners: [...demoPartners],
  });
  for (const session of [lastYear, lastMonth]) {
    unwrap(await execute(ctx, setSessionState(deps.registrations), { id: session, act: 'confirm' }));
    for (const trainee of demoTrainees) await enrol(ctx, deps, session, trainee);
    await sign(ctx, session);
    await finish(ctx, session);
  }
  await answer(ctx, deps, lastMonth);
  unwrap(
    await execute(ctx, setTrainingSettings, {
      version: 0,
      nda: '53 35 00000 35',
      representative: 'Camille Exemple',
      representativeRole: 'coordination du pôle',
      vatWords: 'TVA non applicable, article 261-4-4° a du code général des impôts.',
      withdrawalWords: 'Toute annulation se fait par écrit, au plus tard sept jours avant le début.',
      paymentWords: 'Paiement à réception de la facture, par virement ou par chèque.',
      hotQuestions: [],
      coldQuestions: [],
      coldAfterMonths: 3,
      keptYears: 5,
    }),
  );
}

interface WantedSession {
  courseId: string;
  trainer: string;
  inDays: number;
  days: number;
  partners?: { organizationId: string | null; name: string }[];
}

async function aSession(
  ctx: Context,
  { registrations }: Links,
  { courseId, trainer, inDays, days, partners = [] }: WantedSession,
): Promise<string> {
  // A Tuesday, as trainings are.
  const first = nextWeekday(ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().add({ days: inDays }), 2);
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select id from venues where trashed_at is null order by name_key limit 1`,
  );
  const halfDays = Array.from({ length: days }, (_, day) => first.add({ days: day }).toString()).flatMap((heldOn) => [
    { heldOn, startsAt: '09:00', endsAt: '12:30', trainers: [trainer] },
    ...(days > 1 ? [{ heldOn, startsAt: '13:30', endsAt: '17:00', trainers: [trainer] }] : []),
  ]);
  const fields = {
    venueId: rows[0]?.id ?? null,
    minTrainees: 4,
    maxTrainees: 10,
    funder: 'FDVA',
    decideOn: inDays > 0 ? first.subtract({ days: 12 }).toString() : null,
    halfDays,
    partners,
  };
  const { id } = unwrap(await execute(ctx, saveSession(registrations), { id: null, version: null, courseId, fields }));
  unwrap(await execute(ctx, setSessionState(registrations), { id, act: 'open' }));
  return id;
}

async function enrol(
  ctx: Context,
  deps: Links,
  sessionId: string,
  person: (typeof demoTrainees)[number],
): Promise<void> {
  const email = `${person.name.split(' ')[0]?.normalize('NFD').replaceAll(/\W/g, '').toLowerCase()}@vallons.example`;
  unwrap(await execute(ctx, saveTrainee(deps.registrations), { sessionId, id: null, email, ...person }));
}

/** Each signs on the screen as the half-day begins, one after the other. */
async function sign(ctx: Context, sessionId: string): Promise<void> {
  const session = await readSession(ctx.db, sessionId);
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select id from training_trainees where session_id = ${sessionId}::uuid order by name_key`,
  );
  for (const [rank, halfDay] of (session?.halfDays ?? []).entries()) {
    const begins = halfDay.heldOn
      .toZonedDateTime({ timeZone: ctx.zone, plainTime: Temporal.PlainTime.from(halfDay.startsAt) })
      .toInstant();
    for (const [index, { id: traineeId }] of rows.entries()) {
      const isMissing = index === rows.length - 1 && rank === (session?.halfDays.length ?? 0) - 1;
      if (isMissing) continue;
      const then = { ...ctx, clock: { now: () => begins.add({ seconds: 40 * (index + 1) }) } };
      unwrap(await execute(then, signAttendance, { sessionId, halfDayId: halfDay.id, traineeId }));
    }
  }
}

/** What the structures of the last session owe, with its invoices: once the ways to pay are known. */
export async function fillTrainingInvoices(ctx: Context, { registrations }: Links): Promise<void> {
  const { rows } = await ctx.db.execute<{ id: string; session_id: string }>(sql`
    select t.id, t.session_id from training_trainees t
    where t.price_cents > 0 and t.charge_id is null and t.session_id = (
      select h.session_id from training_half_days h join training_sessions s on s.hub_id = h.hub_id and s.id = h.session_id
      where s.state = 'finished' order by h.held_on desc limit 1)
    order by t.name_key`);
  for (const { id: traineeId, session_id: sessionId } of rows)
    unwrap(await execute(ctx, askPayment(registrations.payments), { sessionId, traineeId }));
}

/** Everyone came, but the last one, who missed the last half-day. */
async function finish(ctx: Context, sessionId: string): Promise<void> {
  const session = await readSession(ctx.db, sessionId);
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select id from training_trainees where session_id = ${sessionId}::uuid order by name_key`,
  );
  const halfDays = session?.halfDays ?? [];
  const last = rows.at(-1)?.id;
  const present = halfDays.flatMap(({ id: halfDayId }, index) =>
    rows.filter(({ id }) => id !== last || index < halfDays.length - 1).map(({ id }) => ({ halfDayId, traineeId: id })),
  );
  const halfDayIds = halfDays.map(({ id }) => id);
  unwrap(await execute(ctx, noteAttendance, { sessionId, halfDayIds, present, act: 'close' }));
}

async function answer(ctx: Context, deps: Links, sessionId: string): Promise<void> {
  unwrap(await execute(ctx, askSurvey(deps), { sessionId, moment: 'hot' }));
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select id from training_survey_links where session_id = ${sessionId}::uuid order by id`,
  );
  const questions = [
    'La formation a-t-elle répondu à vos attentes ?',
    'Le contenu était-il clair et utile ?',
    'L’animation vous a-t-elle convenu ?',
    'Les conditions d’accueil vous ont-elles convenu ?',
  ].map((text) => typography(text));
  for (const [index, { scale, recommends, words }] of demoAnswers.entries()) {
    const link = rows[index];
    if (!link) return;
    const answers = [
      ...scale.map((value, at) => ({ question: questions[at] ?? '', kind: 'scale', value })),
      { question: typography('Recommanderiez-vous cette formation ?'), kind: 'yes_no', value: recommends },
      { question: typography('Que garder, que changer ?'), kind: 'words', value: words },
    ];
    unwrap(await execute(ctx, answerSurvey, { linkId: link.id, answers }));
  }
}
