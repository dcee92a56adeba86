import { sql } from 'drizzle-orm';
import type { RegistrationDependencies } from '#modules/registration/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { saveCourse } from '../commands/save-course.ts';
import { saveSession } from '../commands/save-session.ts';
import { saveTrainee } from '../commands/save-trainee.ts';
import { saveTrainer } from '../commands/save-trainer.ts';
import { setSessionState } from '../commands/set-session-state.ts';
import { openRegistrationLinks } from '#modules/registration/index.ts';
import { openPaymentLinks } from '#modules/payments/index.ts';

const secret = 'un secret d’essai assez long';

/** What registrations need, for tests. */
export const testRegistrations: RegistrationDependencies = {
  links: openRegistrationLinks(secret, async () => 'https://pole.example'),
  payments: openPaymentLinks(secret),
};

/** A course of the catalogue. */
export async function aCourse(
  team: Context,
  wanted: Record<string, unknown> = {},
): Promise<{ id: string; slug: string }> {
  const fields = {
    title: 'Tenir le budget d’une association',
    brief: 'Du premier devis au compte de résultat.',
    objectives: 'Bâtir un budget\nLire un compte de résultat',
    programme: 'Le matin, bâtir\nL’après-midi, suivre',
    minutes: 420,
    prices: [{ label: 'Adhérent·e', cents: 4000 }],
    ...wanted,
  };
  return unwrap(await execute(team, saveCourse, { id: null, version: null, fields, act: 'publish' }));
}

/** Someone who teaches. */
export async function aTrainer(team: Context, wanted: Record<string, unknown> = {}): Promise<string> {
  const fields = { id: null, version: null, name: 'Nolwenn Le Chiffre', qualification: 'comptable', ...wanted };
  return unwrap(await execute(team, saveTrainer, fields)).id;
}

/** A session of one day, morning and afternoon, so many days from now (before now when negative). */
export async function aSession(
  team: Context,
  courseId: string,
  { inDays = 20, ...wanted }: { inDays?: number } & Record<string, unknown> = {},
): Promise<string> {
  const day = team.clock.now().toZonedDateTimeISO(team.zone).toPlainDate().add({ days: inDays }).toString();
  const fields = {
    minTrainees: 1,
    maxTrainees: 6,
    funder: 'FDVA',
    halfDays: [
      { heldOn: day, startsAt: '09:00', endsAt: '12:30' },
      { heldOn: day, startsAt: '13:30', endsAt: '17:00' },
    ],
    ...wanted,
  };
  const session = { id: null, version: null, courseId, fields };
  return unwrap(await execute(team, saveSession(testRegistrations), session)).id;
}

/** The same, open, then confirmed when asked. */
export async function anOpenSession(
  team: Context,
  courseId: string,
  { isConfirmed = false, ...wanted }: { isConfirmed?: boolean; inDays?: number } & Record<string, unknown> = {},
): Promise<string> {
  const id = await aSession(team, courseId, wanted);
  unwrap(await execute(team, setSessionState(testRegistrations), { id, act: 'open' }));
  if (isConfirmed) unwrap(await execute(team, setSessionState(testRegistrations), { id, act: 'confirm' }));
  return id;
}

/** Someone enrolled by the team. */
export async function aTrainee(
  team: Context,
  sessionId: string,
  wanted: Record<string, unknown> = {},
): Promise<string> {
  const fields = {
    sessionId,
    id: null,
    name: 'Yann Fictif',
    email: 'yann@pole.example',
    municipality: 'Janzé',
    ...wanted,
  };
  return unwrap(await execute(team, saveTrainee(testRegistrations), fields)).id;
}

/** Letters of a kind, oldest first. */
export async function lettersOf(ctx: Context, kind: string): Promise<{ recipient: string; body: string }[]> {
  const { rows } = await ctx.db.execute<{ recipient: string; body: string }>(
    sql`select recipient, body::text as body from mail_messages where kind = ${kind} order by created_at, id`,
  );
  return rows;
}
