import type { z } from 'zod';
import type { Actor, CommandContext } from '../context/context.ts';
import type { Outcome } from '../outcome/outcome.ts';

/** Refusals that any command may answer. */
export type CommonReason = 'invalid' | 'forbidden' | 'key_reused';

/** One write: validate, allow, decide, save, publish, in one transaction. */
export interface Command<Schema extends z.ZodType, Value, Reason extends string> {
  /** Module and verb, as in `directory.rename-organization`; kept in the audit trail. */
  readonly name: string;
  readonly input: Schema;
  /** Whether this actor may do it at all. Finer rules, which need rows, are checked in `run`. */
  readonly allow: (actor: Actor | null) => boolean;
  readonly run: (ctx: CommandContext, input: z.output<Schema>) => Promise<Outcome<Value, Reason>>;
}

export type AnyCommand = Command<z.ZodType, unknown, string>;
export type ValueOf<C> = C extends Command<z.ZodType, infer Value, string> ? Value : never;
export type ReasonOf<C> = C extends Command<z.ZodType, unknown, infer Reason> ? Reason | CommonReason : never;

/** Declares a command; only fixes the types. */
export function command<Schema extends z.ZodType, Value, Reason extends string>(
  definition: Command<Schema, Value, Reason>,
): Command<Schema, Value, Reason> {
  return definition;
}
