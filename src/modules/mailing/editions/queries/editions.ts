import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { MailableSource, TodoEntry } from '#platform/contributions/module.ts';
import type { Reader } from '#platform/db/database.ts';
import { plural } from '#platform/french/index.ts';
import { readPictures, type StoredPicture } from '#platform/pictures/picture.ts';
import { contributionKind } from '../../domain/edition.ts';
import { paths } from '../../paths.ts';
import { editionPaths } from '../../reader-paths.ts';
import { mailings } from '../../tables.ts';
import { editionContributions, editionRequests, networkEditions } from '../tables.ts';
import { contributionItem } from './contribution-item.ts';

export type Edition = typeof networkEditions.$inferSelect;
export type Contribution = typeof editionContributions.$inferSelect & { picture: StoredPicture | null };
export type EditionRequest = typeof editionRequests.$inferSelect;

export async function editionById(db: Reader, id: string): Promise<Edition | null> {
  const [row] = await db.select().from(networkEditions).where(eq(networkEditions.id, id));
  return row ?? null;
}

export interface EditionLine extends Edition {
  asked: number;
  received: number;
  proposed: number;
}

/** All editions, the latest first, with how many were asked, answered and wait to be read. */
export async function editionList(db: Reader): Promise<EditionLine[]> {
  const rows = await db
    .select({
      edition: networkEditions,
      asked: sql<number>`(select count(*)::int from edition_requests r where r.edition_id = network_editions.id)`,
      received: sql<number>`(select count(*)::int from edition_contributions c where c.edition_id = network_editions.id)`,
      proposed: sql<number>`(select count(*)::int from edition_contributions c
        where c.edition_id = network_editions.id and c.state = 'proposed')`,
    })
    .from(networkEditions)
    .orderBy(desc(networkEditions.createdAt))
    .limit(200);
  return rows.map(({ edition, ...counts }) => ({ ...edition, ...counts }));
}

/** What actors wrote for an edition, in order, with pictures that may be shown. */
export async function contributionsOf(db: Reader, editionId: string): Promise<Contribution[]> {
  const rows = await db
    .select()
    .from(editionContributions)
    .where(eq(editionContributions.editionId, editionId))
    .orderBy(asc(editionContributions.position), asc(editionContributions.id));
  return withPictures(db, rows);
}

async function withPictures(
  db: Reader,
  rows: readonly (typeof editionContributions.$inferSelect)[],
): Promise<Contribution[]> {
  const pictures = await readPictures(
    db,
    rows.flatMap(({ pictureId }) => pictureId ?? []),
  );
  const byId = new Map(pictures.map((picture) => [picture.id, picture]));
  return rows.map((row) => ({ ...row, picture: (row.pictureId && byId.get(row.pictureId)) || null }));
}

export async function contributionById(db: Reader, id: string): Promise<Contribution | null> {
  const rows = await db.select().from(editionContributions).where(eq(editionContributions.id, id));
  return (await withPictures(db, rows))[0] ?? null;
}

/** Who was asked, with her edition and what she answered already. */
export async function requestById(
  db: Reader,
  id: string,
): Promise<{ request: EditionRequest; edition: Edition; contribution: Contribution | null } | null> {
  const [request] = await db.select().from(editionRequests).where(eq(editionRequests.id, id));
  const edition = request && (await editionById(db, request.editionId));
  if (!edition) return null;
  const rows = await db.select().from(editionContributions).where(eq(editionContributions.requestId, id));
  return { request, edition, contribution: (await withPictures(db, rows))[0] ?? null };
}

/** What actors wrote, for the mailing made of it; never for digests, which tell what is on the site. */
export const contributionMailables: MailableSource = {
  kind: contributionKind,
  label: 'Nouvelles des acteurs',
  publishedBetween: async () => [],
  async chosen(ctx, ids) {
    if (ids.length === 0) return [];
    const rows = await ctx.db
      .select({ contribution: editionContributions, slug: mailings.slug })
      .from(editionContributions)
      .innerJoin(networkEditions, eq(networkEditions.id, editionContributions.editionId))
      .innerJoin(mailings, eq(mailings.id, networkEditions.mailingId))
      .where(inArray(editionContributions.id, [...ids]));
    const kept = rows.filter(({ contribution }) => contribution.state === 'accepted');
    const shown = await withPictures(
      ctx.db,
      kept.map(({ contribution }) => contribution),
    );
    const found = shown.map((one, index) => {
      const slug = kept[index]?.slug;
      const { pictureId: _pictureId, ...item } = contributionItem(one, slug ? paths.archived(slug) : paths.archive);
      return { ...item, picture: one.picture, themes: [], audiences: [] };
    });
    return ids.flatMap((id) => found.find((item) => item.id === id) ?? []);
  },
};

/** What actors wrote waits to be read. */
export async function editionTodo(ctx: Context): Promise<TodoEntry[]> {
  const lines = (await editionList(ctx.db)).filter(({ proposed, state }) => proposed > 0 && state !== 'gathered');
  return lines.map((line) => ({
    group: 'to-validate',
    title: plural(line.proposed, 'nouvelle d’acteur à relire', 'nouvelles d’acteurs à relire'),
    detail: `Pour la lettre « ${line.title} »`,
    action: { label: 'Relire', path: editionPaths.edition(line.id) },
    since: null,
    hue: 'leaf',
  }));
}
