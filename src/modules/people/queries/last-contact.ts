import type { Context } from '#platform/context/context.ts';
import type { ThreadEntry } from '#platform/contributions/module.ts';
import type { PeopleDependencies } from '../ports.ts';
import type { Candidate } from './retention-candidates.ts';

/** When a person was last heard of, and how; what the hub did on its own does not count. */
export interface LastContact {
  personId: string;
  lastContactAt: Temporal.Instant;
  lastContactKind: string;
}

/** The last line of a thread by which somebody was heard of, the latest first. */
export const lastHeard = (entries: readonly ThreadEntry[], now: Temporal.Instant): ThreadEntry | undefined =>
  entries.find((entry) => !entry.isInternal && Temporal.Instant.compare(entry.at, now) <= 0);

/** Reads it from what all modules tell of her; never heard of, the day she became known. */
export async function lastContactOf(
  ctx: Context,
  { thread }: Pick<PeopleDependencies, 'thread'>,
  { personId, knownSince }: Candidate,
): Promise<LastContact> {
  const now = ctx.clock.now();
  const entries = await thread(ctx, { personId });
  const heard = lastHeard(entries, now);
  return heard
    ? { personId, lastContactAt: heard.at, lastContactKind: heard.kind }
    : { personId, lastContactAt: knownSince, lastContactKind: 'Ajout aux personnes connues' };
}

/** Those of these people who are members, or have a role in a structure that is. */
export async function currentMembers(
  ctx: Context,
  { memberStates }: Pick<PeopleDependencies, 'memberStates'>,
  candidates: readonly Candidate[],
): Promise<ReadonlySet<string>> {
  const states = await memberStates(ctx, {
    personIds: candidates.map((candidate) => candidate.personId),
    organizationIds: candidates.flatMap((candidate) => candidate.organizationIds),
  });
  const isCurrent = (id: string) => states.get(id) === 'current';
  return new Set(
    candidates
      .filter(({ personId, organizationIds }) => isCurrent(personId) || organizationIds.some(isCurrent))
      .map(({ personId }) => personId),
  );
}
