import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { LinkState } from '../../domain/link-state.ts';
import type { PublicationKind } from '../../domain/publication.ts';
import { publications, webLinks, webLinkUses } from '../../tables.ts';

export interface DueLink {
  id: string;
  url: string;
  host: string;
}

/** Links to try now, those that waited longest first. */
export async function dueLinks(db: Reader, now: Temporal.Instant, limit: number): Promise<DueLink[]> {
  return db
    .select({ id: webLinks.id, url: webLinks.url, host: webLinks.host })
    .from(webLinks)
    .where(lte(webLinks.nextCheckAt, now))
    .orderBy(webLinks.nextCheckAt, webLinks.id)
    .limit(limit);
}

/** A link that needs someone, with what names it. */
export interface TroubledLink extends DueLink {
  state: LinkState;
  answer: string;
  failingSince: Temporal.Instant | null;
  checkedAt: Temporal.Instant | null;
  usedBy: { id: string; kind: PublicationKind; title: string }[];
}

/** Dead links first, then those that fail or turn programs away, each with what names it. */
export async function troubledLinks(
  db: Reader,
  states: readonly LinkState[],
  range: { limit: number; offset: number },
): Promise<TroubledLink[]> {
  const { url, host, state, answer, failingSince, checkedAt } = webLinks;
  const links = await db
    .select({ id: webLinks.id, url, host, state, answer, failingSince, checkedAt })
    .from(webLinks)
    .where(inArray(state, [...states]))
    .orderBy(state, failingSince, url)
    .limit(range.limit)
    .offset(range.offset);
  if (links.length === 0) return [];
  const uses = await db
    .select({
      linkId: webLinkUses.linkId,
      id: publications.id,
      kind: publications.kind,
      title: publications.title,
    })
    .from(webLinkUses)
    .innerJoin(publications, eq(publications.id, webLinkUses.publicationId))
    .where(
      inArray(
        webLinkUses.linkId,
        links.map((link) => link.id),
      ),
    )
    .orderBy(publications.title);
  const byLink = Map.groupBy(uses, ({ linkId }) => linkId);
  return links.map((link) => ({
    ...link,
    usedBy: (byLink.get(link.id) ?? []).map(({ id, kind, title }) => ({ id, kind, title })),
  }));
}

/** How many links there are in each state. */
export async function countLinks(db: Reader): Promise<ReadonlyMap<LinkState, number>> {
  const rows = await db
    .select({ state: webLinks.state, count: sql<number>`count(*)::int` })
    .from(webLinks)
    .groupBy(webLinks.state);
  return new Map(rows.map(({ state, count }) => [state, count]));
}

/** How many dead links each publication names. */
export async function deadLinksByPublication(db: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ id: webLinkUses.publicationId, count: sql<number>`count(*)::int` })
    .from(webLinkUses)
    .innerJoin(webLinks, eq(webLinks.id, webLinkUses.linkId))
    .where(eq(webLinks.state, 'dead'))
    .groupBy(webLinkUses.publicationId);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Whether this address no longer answers, as far as the site knows. */
export async function isDeadLink(db: Reader, address: string): Promise<boolean> {
  const url = URL.parse(address);
  if (!url) return false;
  url.hash = '';
  const [row] = await db
    .select({ id: webLinks.id })
    .from(webLinks)
    .where(and(sql`md5(${webLinks.url}) = md5(${url.href})`, eq(webLinks.state, 'dead')));
  return row !== undefined;
}
