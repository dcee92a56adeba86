import { sql } from 'drizzle-orm';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { offerSlots } from '../commands/keep-slots.ts';
import { sendAdviceRequest } from '../commands/send-advice-request.ts';
import { openAdviceLinks } from '../links.ts';

/** Links of a hub of tests. */
export const testLinks = openAdviceLinks('un secret d’essai', async () => 'https://pole.example');

/** A question as a visitor sends it. */
export const question = {
  name: 'Maëlle Trois-Rivières',
  reach: 'maelle@exemple.fr',
  situation: 'projet',
  message: 'Par où commencer ?',
} as const;

/** A request put by a visitor, and the secret of its link. */
export async function aRequest(
  ctx: Context,
  wanted: Record<string, unknown> = {},
): Promise<{ id: string; secret: string }> {
  const visitor = { ...ctx, actor: null };
  const { id } = unwrap(await execute(visitor, sendAdviceRequest(testLinks), { ...question, ...wanted }));
  return { id, secret: testLinks.secretOf(ctx.hubId, id) };
}

/** Moments offered in some days, one after the other. */
export async function someSlots(team: Context, count = 1, inDays = 3): Promise<string[]> {
  const day = team.clock.now().toZonedDateTimeISO(team.zone).toPlainDate().add({ days: inDays }).toString();
  const wanted = { day, time: '10:00', minutes: 30, count, mode: 'place', place: '1 place des Essais' } as const;
  return unwrap(await execute(team, offerSlots, wanted)).ids;
}

/** The mails of a kind, oldest first. */
export async function mailsOf(
  ctx: Context,
  kind: string,
): Promise<{ recipient: string; subject: string; reply_to: string | null; body: string }[]> {
  const { rows } = await ctx.db.execute<{ recipient: string; subject: string; reply_to: string | null; body: string }>(
    sql`select recipient, subject, reply_to, body::text as body from mail_messages where kind = ${kind} order by created_at, id`,
  );
  return rows;
}
