import { and, eq, inArray, isNull, notExists, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { namedLinks } from '../../content/named-links.ts';
import { publications, webLinks, webLinkUses } from '../../tables.ts';

const chunk = 500;

/** Notes every address of the web that something public names, and forgets those that nothing names. Run by a job. */
export const noteLinks = command({
  name: 'publishing.note-links',
  input: z.object({}),
  allow: (actor) => actor === null,
  async run(work) {
    const uses = await namedNow(work.db);
    const urls = [...new Set(uses.map(({ url }) => url))];
    const known = new Map(
      (await work.db.select({ id: webLinks.id, url: webLinks.url }).from(webLinks)).map(({ id, url }) => [url, id]),
    );
    const added = urls.filter((url) => !known.has(url));
    for (let from = 0; from < added.length; from += chunk) {
      const rows = added.slice(from, from + chunk).map((url) => ({
        id: work.newId(),
        url,
        host: new URL(url).host,
        nextCheckAt: work.now(),
      }));
      await work.db.insert(webLinks).values(rows);
      for (const { id, url } of rows) known.set(url, id);
    }
    await work.db.delete(webLinkUses);
    for (let from = 0; from < uses.length; from += chunk)
      await work.db.insert(webLinkUses).values(
        uses
          .slice(from, from + chunk)
          .flatMap(({ url, publicationId }) => ({ linkId: known.get(url) ?? '', publicationId }))
          .filter(({ linkId }) => linkId !== ''),
      );
    const gone = await work.db
      .delete(webLinks)
      .where(
        notExists(
          work.db
            .select({ one: sql`1` })
            .from(webLinkUses)
            .where(eq(webLinkUses.linkId, webLinks.id)),
        ),
      )
      .returning({ id: webLinks.id });
    if (added.length === 0 && gone.length === 0) return refuse('nothing_new');
    work.record({
      subjectKind: 'links',
      subjectId: null,
      summary: `Liens du site : ${added.length} de plus, ${gone.length} de moins`,
    });
    return accept({ added: added.length, gone: gone.length });
  },
});

/** What each public thing names, a few hundred of them in memory at a time. */
async function namedNow(
  db: Parameters<typeof noteLinks.run>[0]['db'],
): Promise<{ url: string; publicationId: string }[]> {
  const uses: { url: string; publicationId: string }[] = [];
  const isPublic = and(eq(publications.status, 'published'), isNull(publications.trashedAt));
  const ids = (await db.select({ id: publications.id }).from(publications).where(isPublic)).map(({ id }) => id);
  for (let from = 0; from < ids.length; from += chunk) {
    const rows = await db
      .select({ id: publications.id, body: publications.body, content: publications.content })
      .from(publications)
      .where(inArray(publications.id, ids.slice(from, from + chunk)));
    for (const row of rows) for (const url of namedLinks(row)) uses.push({ url, publicationId: row.id });
  }
  return uses;
}
