import type { z } from 'zod';
import type { Context } from '../context/context.ts';

/** Work done outside the request: mail, calls to other servers, imports. */
export interface Job<Schema extends z.ZodType = z.ZodType, Ports = unknown> {
  /** Module and act, as in `directory.import`. */
  readonly name: string;
  /** Long work has its own lane so that it never delays a mail. */
  readonly lane: 'quick' | 'long';
  readonly payload: Schema;
  readonly retries: number;
  /** Runs in the hub that asked for it. Must give the same result when it runs twice. */
  // A method, so that a job with a payload of its own is a job like any other in a list.
  run(ctx: JobContext<Ports>, payload: z.output<Schema>): Promise<void>;
}

/** What a job sees: the context of its hub, without an actor, and the ports to the outside. */
export interface JobContext<Ports = unknown> extends Context {
  readonly ports: Ports;
  /** 1 at the first try. */
  readonly attempt: number;
  /** True at the last try, after which the job is set aside. */
  readonly isLastAttempt: boolean;
  /** Aborted when the process stops: long work should end at its next safe point. */
  readonly signal: AbortSignal;
}

/** Puts a job in the queue, in the transaction at hand. */
export type Enqueue = <Schema extends z.ZodType>(
  job: Pick<Job<Schema>, 'name' | 'lane' | 'retries'> & { payload: Schema },
  payload: z.input<Schema>,
  options?: { startAfter?: Temporal.Instant; singletonKey?: string },
) => Promise<void>;

/** Declares a job; only fixes the types. */
export function job<Schema extends z.ZodType, Ports>(definition: Job<Schema, Ports>): Job<Schema, Ports> {
  return definition;
}
