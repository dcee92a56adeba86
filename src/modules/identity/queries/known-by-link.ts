import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { accounts, consents, contactPoints, erasureRequests, persons } from '../tables.ts';

/** What a person may correct of herself, her agreements, and whether she asked to be erased. */
export interface KnownPerson {
  name: string;
  givenName: string;
  familyName: string;
  phone: string;
  postal: string;
  /** The mail address she is written to, and the one she signs in with when she has an account. */
  email: string | null;
  signInEmail: string | null;
  consents: {
    id: string;
    wording: string;
    source: string;
    givenAt: Temporal.Instant;
    withdrawnAt: Temporal.Instant | null;
  }[];
  erasureAskedAt: Temporal.Instant | null;
}

/** Null when there is no such person any more. */
export async function knownPerson(db: Reader, personId: string): Promise<KnownPerson | null> {
  const [person] = await db
    .select()
    .from(persons)
    .where(and(eq(persons.id, personId), isNull(persons.mergedInto), isNull(persons.erasedAt)));
  if (!person) return null;
  const points = await db
    .select()
    .from(contactPoints)
    .where(and(eq(contactPoints.personId, personId), eq(contactPoints.preferred, true)));
  const [asked] = await db
    .select()
    .from(erasureRequests)
    .where(and(eq(erasureRequests.personId, personId), isNull(erasureRequests.handledAt)));
  const [account] = await db.select({ email: accounts.email }).from(accounts).where(eq(accounts.personId, personId));
  const valueOf = (kind: 'email' | 'phone' | 'postal') => points.find((point) => point.kind === kind)?.value ?? '';
  return {
    name: person.displayName,
    givenName: person.givenName,
    familyName: person.familyName,
    phone: valueOf('phone'),
    postal: valueOf('postal'),
    email: valueOf('email') || null,
    signInEmail: account?.email ?? null,
    consents: await db.select().from(consents).where(eq(consents.personId, personId)).orderBy(desc(consents.givenAt)),
    erasureAskedAt: asked?.requestedAt ?? null,
  };
}

/** The people whom a mail address reaches, ten at most; not those who left it. */
export async function peopleAtAddress(db: Reader, email: string): Promise<{ personId: string; name: string }[]> {
  return db
    .select({ personId: persons.id, name: persons.displayName })
    .from(contactPoints)
    .innerJoin(persons, eq(persons.id, contactPoints.personId))
    .where(
      and(
        eq(contactPoints.kind, 'email'),
        eq(contactPoints.normalised, email),
        isNull(contactPoints.retiredAt),
        isNull(persons.mergedInto),
        isNull(persons.erasedAt),
      ),
    )
    .orderBy(sql`${persons.foldedName}`)
    .limit(10);
}
