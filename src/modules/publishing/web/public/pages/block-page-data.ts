import type { PageView } from '#platform/http/exchange.ts';
import { textOfHtml } from '#platform/rich-text/index.ts';
import { textOfBlocks, type BlockOf, type PageBlock } from '../../../content/blocks.ts';
import { videoSourceOf } from '../../../domain/video-source.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';

/** Origins of the players that the blocks of a page may open. */
export function playersOf(blocks: readonly PageBlock[]): Pick<PageView, 'players'> {
  const origins = blocks.flatMap((block) => {
    const source = block.kind === 'video' ? videoSourceOf(block.url) : null;
    return source && source.kind !== 'link' ? [source.origin] : [];
  });
  return origins.length > 0 ? { players: [...new Set(origins)] } : {};
}

/** One sentence about an arranged page: what was written for it, else its first words. */
export function descriptionOf({ brief, line, content }: StoredPublication['fields']): string {
  const { blocks = [] } = content as { blocks?: readonly PageBlock[] };
  const words = brief || line || textOfBlocks(blocks).replaceAll(/\s+/g, ' ');
  return words.length <= 200 ? words : `${words.slice(0, 199).replace(/\s\S*$/, '')}…`;
}

/** The questions of a page as search engines read them; nothing when it asks none. */
export function questionsData(blocks: readonly PageBlock[]): object[] {
  const items = blocks
    .filter((block): block is BlockOf<'questions'> => block.kind === 'questions')
    .flatMap((block) => block.items)
    .filter(({ question, html }) => question && html);
  if (items.length === 0) return [];
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'FAQPage',
      mainEntity: items.map(({ question, html }) => ({
        '@type': 'Question',
        name: question,
        acceptedAnswer: { '@type': 'Answer', text: textOfHtml(html) },
      })),
    },
  ];
}

/** Where a page stands, as search engines read it. The last has no address of its own to give. */
export function trailData(trail: readonly { label: string; href?: string }[], origin: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ label, href }, rank) => ({
      '@type': 'ListItem',
      position: rank + 1,
      name: label,
      ...(href ? { item: new URL(href, origin).href } : {}),
    })),
  };
}
