import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { MailableItem, MailableSource, MailSubject } from '#platform/contributions/module.ts';
import type { ContentOf } from '../content/publication-fields.ts';
import type { PublicationKind } from '../domain/publication.ts';
import type { PublishingDependencies } from '../ports.ts';
import { publishedOf, type PublishedLine } from '../queries/published-list.ts';
import { publicationCards } from './publication-cards.ts';

/** The kinds a mail may carry, and what readers file them under. */
const carried = [
  { kind: 'news', label: 'Actualités', subject: 'life' },
  { kind: 'story', label: 'Histoires', subject: 'life' },
  { kind: 'action', label: 'Actions en cours', subject: 'life' },
  { kind: 'project', label: 'Projets', subject: 'exchanges' },
  { kind: 'resource', label: 'Ressources', subject: 'resources' },
  { kind: 'experience', label: 'Retours d’expérience', subject: 'resources' },
  { kind: 'watch', label: 'Veille', subject: 'resources' },
] as const satisfies readonly { kind: PublicationKind; label: string; subject: MailSubject }[];
type CarriedKind = (typeof carried)[number]['kind'];

/** What publishing gives to the mailings. */
export function publishingMailables(deps: Pick<PublishingDependencies, 'organizations'>): readonly MailableSource[] {
  return carried.map(({ kind, label, subject }) => {
    const chosen = async (ctx: Context, ids: readonly string[]): Promise<MailableItem[]> => {
      const lines = await publishedOf(ctx.db, kind, ids);
      const cards = await publicationCards(ctx, deps, lines);
      return lines.flatMap((line, at): MailableItem[] => {
        const card = cards[at];
        if (!card) return [];
        return [
          {
            kind,
            id: line.id,
            subject: subjectOf(line) ?? subject,
            title: line.title,
            href: card.href,
            text: line.brief || line.line,
            facts: [],
            isOwn: card.isOwn ?? true,
            ...(card.isOwn === false && card.label ? { by: card.label } : {}),
            picture: card.picture ?? null,
            publishedAt: line.publishedAt,
            expiresAt: null,
            themes: line.themes,
            audiences: line.audiences,
          },
        ];
      });
    };
    return {
      kind,
      label,
      chosen,
      async publishedBetween(ctx, { after, until, limit }) {
        const { rows } = await ctx.db.execute<{ id: string }>(sql`select id from publications
          where kind = ${kind} and status = 'published' and trashed_at is null
            and published_at > ${after.toString()} and published_at <= ${until.toString()}
          order by published_at, id limit ${limit}`);
        return chosen(
          ctx,
          rows.map((row) => row.id),
        );
      },
    };
  });
}

/** A watch item about money is a call; the others follow their kind. */
function subjectOf(line: PublishedLine<CarriedKind>): MailSubject | null {
  return line.kind === 'watch' && (line.content as ContentOf<'watch'>).topic === 'funding' ? 'calls' : null;
}
