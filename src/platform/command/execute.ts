import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { AuditLine, CommandContext, Context } from '../context/context.ts';
import { inTransaction, type Transaction } from '../db/database.ts';
import type { Fact } from '../facts/fact.ts';
import { fieldMessages } from '../forms/field-messages.ts';
import { refuse, type Outcome, type Refused } from '../outcome/outcome.ts';
import type { Command, CommonReason } from './command.ts';

interface Announcement {
  channel: string;
  payload: string;
}

/** Ends the transaction without saving while carrying the refusal out of it. */
class RolledBack extends Error {
  readonly outcome: Refused;
  constructor(outcome: Refused) {
    super('refused');
    this.outcome = outcome;
  }
}

/**
 * Runs a command: refuses bad input and those who may not, then does the act, its audit line and the reactions to
 * its facts in one transaction. A refusal saves nothing. With a `key` (a form's own), the second sending answers what
 * the first did; the same key with other content is refused.
 */
export async function execute<Schema extends z.ZodType, Value, Reason extends string>(
  ctx: Context,
  act: Command<Schema, Value, Reason>,
  raw: unknown,
  options: { key?: string } = {},
): Promise<Outcome<Value, Reason | CommonReason>> {
  if (!act.allow(ctx.actor)) return refuse('forbidden');
  const parsed = act.input.safeParse(raw);
  if (!parsed.success) return refuse('invalid', { fields: fieldMessages(parsed.error) });
  const announced: Announcement[] = [];
  try {
    const outcome = await inTransaction(ctx.db, async (tx) => {
      const replayed = options.key ? await claimKey<Value>(tx, options.key, act.name, fingerprint(parsed.data)) : null;
      if (replayed) return replayed;
      const done = await runIn(ctx, tx, act, parsed.data, announced);
      if (options.key) await keepOutcome(tx, options.key, done);
      return done;
    });
    // The other processes hear within milliseconds; whoever acted must see it on the very next page.
    for (const { channel, payload } of announced) ctx.hear(channel, payload);
    return outcome;
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome as Refused<Reason>;
    throw error;
  }
}

/** Runs a command inside another one's transaction: its refusal is returned, its audit line and facts are kept. */
export async function executeWithin<Schema extends z.ZodType, Value, Reason extends string>(
  work: CommandContext,
  act: Command<Schema, Value, Reason>,
  input: z.input<Schema>,
): Promise<Outcome<Value, Reason | CommonReason>> {
  if (!act.allow(work.actor)) return refuse('forbidden');
  const parsed = act.input.safeParse(input);
  if (!parsed.success) return refuse('invalid', { fields: fieldMessages(parsed.error) });
  return act.run(work, parsed.data);
}

async function runIn<Schema extends z.ZodType, Value, Reason extends string>(
  ctx: Context,
  tx: Transaction,
  act: Command<Schema, Value, Reason>,
  input: z.output<Schema>,
  announced: Announcement[],
): Promise<Outcome<Value, Reason>> {
  const facts: Fact[] = [];
  const lines: AuditLine[] = [];
  const work: CommandContext = {
    ...ctx,
    db: tx,
    now: () => ctx.clock.now(),
    publish: (fact) => void facts.push(fact),
    async announce(channel, payload) {
      await tx.execute(sql`select pg_notify(${channel}, ${payload})`);
      announced.push({ channel, payload });
    },
    enqueue: ctx.enqueueIn(tx),
    record: (line) => void lines.push(line),
  };
  const outcome = await act.run(work, input);
  if (!outcome.ok) throw new RolledBack(outcome);
  // Reactions may publish in their turn: the list grows while it is read.
  for (const fact of facts) await ctx.react(work, fact);
  if (lines.length === 0) throw new Error(`The command ${act.name} left no line in the audit trail.`);
  await writeAudit(ctx, tx, act.name, lines);
  return outcome;
}

async function writeAudit(ctx: Context, tx: Transaction, name: string, lines: readonly AuditLine[]): Promise<void> {
  for (const line of lines) {
    await tx.execute(sql`insert into audit_entries
      (id, at, actor_id, actor_name, behalf_of_id, command, subject_kind, subject_id, summary, details)
      values (${ctx.newId()}, ${ctx.clock.now().toString()}, ${ctx.actor?.personId ?? null}, ${ctx.actor?.name ?? ''},
        ${ctx.actor?.onBehalfOf?.personId ?? null}, ${name}, ${line.subjectKind}, ${line.subjectId}, ${line.summary},
        ${line.details === undefined ? null : JSON.stringify(line.details)}::jsonb)`);
  }
}

async function claimKey<Value>(
  tx: Transaction,
  key: string,
  name: string,
  print: string,
): Promise<Outcome<Value, 'key_reused'> | null> {
  const { rowCount } = await tx.execute(sql`insert into command_keys (key, command, fingerprint)
    values (${key}::uuid, ${name}, ${print}) on conflict do nothing`);
  if (rowCount === 1) return null;
  const { rows } = await tx.execute<{
    command: string;
    fingerprint: string;
    outcome: Outcome<Value, 'key_reused'> | null;
  }>(sql`select command, fingerprint, outcome from command_keys where key = ${key}::uuid`);
  const known = rows[0];
  if (known?.command !== name || known.fingerprint !== print) return refuse('key_reused');
  return known.outcome;
}

async function keepOutcome(tx: Transaction, key: string, outcome: Outcome<unknown>): Promise<void> {
  await tx.execute(sql`update command_keys set outcome = ${JSON.stringify(outcome)}::jsonb where key = ${key}::uuid`);
}

function fingerprint(input: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(input) ?? '')
    .digest('base64url');
}
