import type { CardSource } from '#platform/contributions/module.ts';
import { listPath } from '../paths.ts';
import type { PublishingDependencies } from '../ports.ts';
import { publishedList, publishedOf } from '../queries/published-list.ts';
import { findPublished } from '../queries/find-published.ts';
import { publicationCards } from './publication-cards.ts';

const shown = [
  { kind: 'news', label: 'Actualités' },
  { kind: 'story', label: 'Histoires' },
  { kind: 'project', label: 'Projets' },
  { kind: 'action', label: 'Actions en cours' },
  { kind: 'resource', label: 'Ressources' },
  { kind: 'experience', label: 'Retours d’expérience' },
  { kind: 'watch', label: 'Veille' },
  { kind: 'door', label: 'Portes' },
  { kind: 'page', label: 'Pages' },
] as const;

/** What publishing lets any page show as cards. */
export function publishingCardSources(deps: Pick<PublishingDependencies, 'organizations'>): readonly CardSource[] {
  return shown.map(({ kind, label }) => ({
    kind,
    label,
    listPath: listPath(kind),
    latest: async (ctx, { count, audience, theme }) =>
      publicationCards(ctx, deps, await publishedList(ctx.db, kind, { audience, theme }, { limit: count })),
    chosen: async (ctx, ids) => publicationCards(ctx, deps, await publishedOf(ctx.db, kind, ids)),
    find: (ctx, words, limit) => findPublished(ctx.db, kind, words, limit),
  }));
}
