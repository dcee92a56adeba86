import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { accounts, consents, contactPoints, erasureRequests, personRoles, persons } from '../tables.ts';
import { openSessions } from './own-account.ts';

/** A line of the trail about a person. */
export interface TrailLine {
  at: Temporal.Instant;
  actorName: string;
  behalfOf: string | null;
  summary: string;
}

export type PersonFile = NonNullable<Awaited<ReturnType<typeof personFile>>>;

/** All that the page of a person shows to staff; null when there is no such person. */
export async function personFile(ctx: Context, personId: string) {
  const [person] = await ctx.db.select().from(persons).where(eq(persons.id, personId));
  if (!person) return null;
  const [account] = await ctx.db.select().from(accounts).where(eq(accounts.personId, personId));
  const [erasure] = await ctx.db
    .select({ requestedAt: erasureRequests.requestedAt })
    .from(erasureRequests)
    .where(and(eq(erasureRequests.personId, personId), isNull(erasureRequests.handledAt)));
  const { rows: trail } = await ctx.db.execute<Omit<TrailLine, 'at'> & { at: number }>(sql`
    select floor(extract(epoch from t.at) * 1000)::float8 as at, t.actor_name as "actorName", o.display_name as "behalfOf", t.summary
    from audit_entries t left join persons o on o.hub_id = t.hub_id and o.id = t.behalf_of_id
    where t.subject_kind = 'person' and t.subject_id in (select id from persons where id = ${personId}::uuid or merged_into = ${personId}::uuid)
    order by t.at desc, t.id desc limit 100`);
  return {
    person,
    account: account
      ? { email: account.email, createdAt: account.createdAt, hasSignedIn: account.firstSignedInAt !== null }
      : null,
    sessions: account ? await openSessions(ctx, account.id) : [],
    contactPoints: await ctx.db
      .select()
      .from(contactPoints)
      .where(eq(contactPoints.personId, personId))
      .orderBy(contactPoints.kind, contactPoints.createdAt),
    roles: await ctx.db
      .select()
      .from(personRoles)
      .where(eq(personRoles.personId, personId))
      .orderBy(desc(personRoles.startsAt)),
    consents: await ctx.db
      .select()
      .from(consents)
      .where(eq(consents.personId, personId))
      .orderBy(desc(consents.givenAt)),
    erasureAskedAt: erasure?.requestedAt ?? null,
    trail: trail.map((line): TrailLine => ({ ...line, at: Temporal.Instant.fromEpochMilliseconds(line.at) })),
  };
}
