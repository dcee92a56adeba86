import type { Context } from '#platform/context/context.ts';
import type { ContentCard } from '#platform/contributions/module.ts';
import type { PageBlock } from '../../../content/blocks.ts';
import type { PublishingDependencies } from '../../../ports.ts';

/** Cards of one kind that speak to the reader of a door. */
export interface Gathered {
  kind: string;
  title: string;
  cards: readonly ContentCard[];
  more: { href: string; label: string };
}

/** What is gathered by the tag of a door, in this order; a kind whose module is absent is left out. */
const byTag = [
  { kind: 'event', title: 'Les prochains rendez-vous', more: 'Tout l’agenda' },
  { kind: 'news', title: 'Ça bouge', more: 'Toutes les actualités' },
  { kind: 'resource', title: 'Pour avancer', more: 'Toutes les ressources' },
  { kind: 'story', title: 'Elles et ils l’ont fait', more: 'Toutes les histoires' },
  { kind: 'action', title: 'En ce moment', more: 'Toutes les actions' },
  { kind: 'project', title: 'Des projets du coin', more: 'Tous les projets' },
  { kind: 'experience', title: 'Ce qu’on en a appris', more: 'Tous les retours' },
] as const;

/** The latest of each kind for this reader, then structures that can help. What a block of the page shows already is not repeated. */
export async function gatheredForDoor(
  ctx: Context,
  { cardSources }: Pick<PublishingDependencies, 'cardSources'>,
  door: { tag: string; themes: readonly string[]; blocks: readonly PageBlock[] },
): Promise<Gathered[]> {
  const shown = new Set(door.blocks.flatMap((block) => (block.kind === 'cards' ? [block.source] : [])));
  const sources = new Map(cardSources().map((source) => [source.kind, source]));
  const wanted = byTag.filter(({ kind }) => !shown.has(kind));
  const [theme] = door.themes;
  const [found, structures] = await Promise.all([
    Promise.all(
      wanted.map(async ({ kind, title, more }): Promise<Gathered[]> => {
        const source = sources.get(kind);
        const cards = source ? await source.latest(ctx, { count: 3, audience: door.tag }) : [];
        return source && cards.length > 0 ? [{ kind, title, cards, more: { href: source.listPath, label: more } }] : [];
      }),
    ),
    shown.has('organization') ? [] : structuresThatHelp(ctx, sources, theme),
  ]);
  return [...found.flat(), ...structures];
}

/** Those that work in the theme chosen for the door, else those whose work is to help. */
async function structuresThatHelp(
  ctx: Context,
  sources: ReadonlyMap<string, ReturnType<PublishingDependencies['cardSources']>[number]>,
  theme: string | undefined,
): Promise<Gathered[]> {
  const source = sources.get(theme ? 'organization' : 'support-body');
  if (!source) return [];
  const cards = await source.latest(ctx, { count: 3, ...(theme ? { theme } : {}) });
  if (cards.length === 0) return [];
  const more = { href: source.listPath, label: 'Tout voir' };
  return [{ kind: source.kind, title: 'Qui peut vous aider', cards, more }];
}
