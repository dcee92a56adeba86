import { sql } from 'drizzle-orm';
import type { HubFact } from '#modules/hub/index.ts';
import type { CommandContext } from '#platform/context/context.ts';
import type { Fact } from '#platform/facts/fact.ts';

/** Every fact of the application. */
export type AppFact = HubFact;

type Reaction<F extends Fact> = (work: CommandContext, fact: F) => Promise<void>;

/** What follows each fact, in the same transaction. A fact without an entry does not compile. */
export const reactions: { [Type in AppFact['type']]: readonly Reaction<Extract<AppFact, { type: Type }>>[] } = {
  hubChanged: [announceSite],
  hubListChanged: [announceHubs, announceSite],
};

/** Channels on which processes tell each other what changed. */
export const channels = { site: 'essaim_site', hubs: 'essaim_hubs', jobs: 'essaim_jobs', directory: 'essaim_directory' } as const;

/** Runs the reactions of a fact. */
export async function react(work: CommandContext, fact: Fact): Promise<void> {
  const list = (reactions as Record<string, readonly Reaction<never>[]>)[fact.type];
  if (!list) throw new Error(`no reaction is mapped for the fact ${fact.type}`);
  for (const reaction of list) await reaction(work, fact as never);
}

async function announceSite(work: CommandContext): Promise<void> {
  await work.db.execute(sql`select pg_notify(${channels.site}, ${work.hubId})`);
}

async function announceHubs(work: CommandContext): Promise<void> {
  await work.db.execute(sql`select pg_notify(${channels.hubs}, '')`);
}
