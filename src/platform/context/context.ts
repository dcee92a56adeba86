import type { Database, Transaction } from '../db/database.ts';
import type { Log } from '../log/log.ts';
import type { Enqueue } from '../jobs/job.ts';
import type { Fact } from '../facts/fact.ts';

/** Roles a person may hold in a hub. */
export const roles = ['operator', 'employee', 'board_member', 'contributor', 'member'] as const;
export type Role = (typeof roles)[number];

/** The signed-in person doing an act. */
export interface Actor {
  readonly personId: string;
  readonly accountId: string;
  readonly name: string;
  readonly roles: ReadonlySet<Role>;
  /** The person for whom a member of staff acts. */
  readonly onBehalfOf?: { readonly personId: string; readonly name: string };
}

/** Where the time comes from. */
export interface Clock {
  now(): Temporal.Instant;
}

/** All that a read or an act needs, for one hub and one actor. */
export interface Context {
  readonly hubId: string;
  readonly actor: Actor | null;
  readonly db: Database;
  readonly clock: Clock;
  /** Time zone of the hub (IANA name). */
  readonly zone: string;
  newId(): string;
  readonly requestId: string;
  readonly log: Log;
  /** Used by `execute`: what happens when a fact is published, in the same transaction. */
  readonly react: (work: CommandContext, fact: Fact) => Promise<void>;
  /** Used by `execute`: what this very process does at once of what it announces to the others. */
  readonly hear: (channel: string, payload: string) => void;
  /** Used by `execute`: puts a job in the queue, in the same transaction. */
  readonly enqueueIn: (tx: Transaction) => Enqueue;
}

/** What a command sees: the context with its database handle inside the transaction. */
export interface CommandContext extends Omit<Context, 'db' | 'enqueueIn' | 'react' | 'hear'> {
  readonly db: Transaction;
  now(): Temporal.Instant;
  publish(fact: Fact): void;
  /** Tells every process, once the transaction is saved, on a channel of `LISTEN`; this one before the command answers. */
  announce(channel: string, payload: string): Promise<void>;
  readonly enqueue: Enqueue;
  /** Writes the line of the audit trail, in French, readable in the back office. Once per command at least. */
  record(entry: AuditLine): void;
}

export interface AuditLine {
  subjectKind: string;
  subjectId: string | null;
  summary: string;
  details?: unknown;
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** Whether the actor holds one of these roles. Operators are not staff of a hub unless they hold its roles too. */
export function hasRole(actor: Actor | null, ...wanted: readonly Role[]): boolean {
  return actor !== null && wanted.some((role) => actor.roles.has(role));
}
