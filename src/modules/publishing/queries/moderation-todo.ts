import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import type { PublicationKind } from '../domain/publication.ts';
import { officePaths } from '../paths.ts';
import { mayRunSite } from '../policy.ts';
import { waitingProposals } from './proposals.ts';

const mostShown = 30;

const proposed: Partial<Record<PublicationKind, string>> = {
  news: 'Actualité proposée',
  experience: 'Retour d’expérience proposé',
  watch: 'Information de veille proposée',
  resource: 'Ressource proposée',
  project: 'Projet proposé',
};

/** What people proposed and nobody read yet. */
export async function moderationTodo(ctx: Context): Promise<TodoEntry[]> {
  if (!mayRunSite(ctx.actor)) return [];
  const waiting = await waitingProposals(ctx.db, mostShown);
  return waiting.map(({ id, kind, title, sender, since }) => ({
    group: 'to-validate',
    title: [proposed[kind] ?? 'Contenu proposé', sender && `par ${sender}`].filter(Boolean).join(' '),
    detail: title,
    action: { label: 'Relire', path: officePaths.review(id) },
    since,
    hue: 'sun',
  }));
}
