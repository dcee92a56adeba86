import { asc, sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { MailableItem, MailableSource } from '#platform/contributions/module.ts';
import type { Reader } from '#platform/db/database.ts';
import { itemsOf } from '../../compose/item-of.ts';
import { keyOf, toldWithinDays } from '../../domain/plan.ts';
import { digestChoices, digestPlans } from '../tables.ts';

/** Informations read of one source at most. */
const mostOfSource = 300;

export type DigestChoice = typeof digestChoices.$inferSelect;

export interface ComingItem {
  item: MailableItem;
  /** Asked for by the employee, however old. */
  isWanted: boolean;
}

/** What the next digests may tell. */
export interface ComingDigest {
  version: number;
  introduction: string;
  /** In the order they are told. */
  items: ComingItem[];
  leftOut: MailableItem[];
}

/** What the employee says at the head of the next digest. */
export async function readPlan(db: Reader): Promise<{ version: number; introduction: string }> {
  const [plan] = await db.select().from(digestPlans);
  return plan ?? { version: 0, introduction: '' };
}

/**
 * All that was published and may still be told, and what the employee asked for: those she placed first, in her order,
 * then the latest. Each reader’s digest is drawn from it.
 */
export async function comingDigest(ctx: Context, sources: readonly MailableSource[]): Promise<ComingDigest> {
  const now = ctx.clock.now();
  const [plan, choices, spans] = await Promise.all([
    readPlan(ctx.db),
    ctx.db.select().from(digestChoices).orderBy(asc(digestChoices.position), asc(digestChoices.at)),
    Promise.all(
      sources.map((source) =>
        source.publishedBetween(ctx, {
          after: now.subtract({ hours: 24 * toldWithinDays }),
          until: now,
          limit: mostOfSource,
        }),
      ),
    ),
  ]);
  const byKey = new Map(spans.flat().map((item) => [keyOf(item), item]));
  const missing = choices.filter(
    (choice) => choice.isWanted && !byKey.has(keyOf({ kind: choice.kind, id: choice.itemId })),
  );
  for (const item of await itemsOf(
    ctx,
    sources,
    missing.map(({ kind, itemId: id }) => ({ kind, id })),
  ))
    byKey.set(keyOf(item), item);
  const chosen = new Map(choices.map((choice) => [keyOf({ kind: choice.kind, id: choice.itemId }), choice]));
  const timely = [...byKey.values()].filter(
    ({ expiresAt }) => expiresAt === null || Temporal.Instant.compare(expiresAt, now) > 0,
  );
  const placeOf = (item: MailableItem): number => chosen.get(keyOf(item))?.position ?? Number.MAX_SAFE_INTEGER;
  return {
    ...plan,
    items: timely
      .filter((item) => !chosen.get(keyOf(item))?.isLeftOut)
      .sort((one, other) => placeOf(one) - placeOf(other) || latestFirst(one, other))
      .map((item) => ({ item, isWanted: chosen.get(keyOf(item))?.isWanted ?? false })),
    leftOut: timely.filter((item) => chosen.get(keyOf(item))?.isLeftOut).sort(latestFirst),
  };
}

function latestFirst(one: MailableItem, other: MailableItem): number {
  return Temporal.Instant.compare(other.publishedAt, one.publishedAt);
}

/** When digests last left; null before the first. */
export async function lastLeft(db: Reader): Promise<Temporal.Instant | null> {
  const { rows } = await db.execute<{ at: string | null }>(sql`select to_json(max(leaves_at)) as at from digest_slots`);
  return rows[0]?.at ? Temporal.Instant.from(rows[0].at) : null;
}
