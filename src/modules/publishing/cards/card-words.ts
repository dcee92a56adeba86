import type { Context } from '#platform/context/context.ts';
import { formatDate } from '#platform/french/index.ts';
import type { ContentCard } from '#platform/contributions/module.ts';
import type { ContentOf } from '../content/publication-fields.ts';
import type { PublicationKind } from '../domain/publication.ts';
import type { PublishedLine } from '../queries/published-list.ts';
import { formatNames, stageNames, verdictNames, watchTopicNames } from '../web/texts.ts';

type Words = Pick<ContentCard, 'label' | 'facts'>;
type LineOf<Kind extends PublicationKind> = PublishedLine<Kind>;

/** The label and the line of facts of a card, by kind: whose news it is, how far a project has come, how old a sheet is. */
export function cardWords(line: PublishedLine, organization: string | null, ctx: Pick<Context, 'zone'>): Words {
  const published = formatDate(line.publishedAt, { zone: ctx.zone });
  switch (line.kind) {
    case 'news':
      return { label: (organization ?? contentOf<'news'>(line).speaker) || 'Actualité du pôle', facts: published };
    case 'story':
      return { label: 'Histoire', facts: organization ?? contentOf<'story'>(line).place };
    case 'project': {
      const { stage, place } = contentOf<'project'>(line);
      return { label: stageNames[stage], facts: [organization, place].filter(Boolean).join(' · ') };
    }
    case 'action':
      return { label: 'Action en cours', facts: organization ?? '' };
    case 'resource': {
      const { format, publisher } = contentOf<'resource'>(line);
      return { label: formatNames[format], facts: organization ?? publisher };
    }
    case 'experience':
      return { label: verdictNames[contentOf<'experience'>(line).verdict], facts: organization ?? published };
    case 'watch': {
      const { topic, sourceName } = contentOf<'watch'>(line);
      return {
        label: watchTopicNames[topic],
        facts: [line.happenedOn ? formatDate(line.happenedOn) : published, sourceName].filter(Boolean).join(' · '),
      };
    }
    default:
      return {};
  }
}

function contentOf<Kind extends PublicationKind>(line: PublishedLine): ContentOf<Kind> {
  return (line as LineOf<Kind>).content;
}
