import type { FilledMailing } from './fill-mailing.ts';

/** The values that make a path of the mailings lead to something of the hub. */
export function ownMailingValues(
  { sent, slug, secret, noticeSecret, replySecret }: FilledMailing,
  path: string,
): Record<string, string> | null {
  const lists: readonly (readonly [part: string, values: Record<string, string>])[] = [
    ['/lettres/', { slug }],
    ['/desabonnement/', { secret }],
    ['/messagerie/retours/', { secret: noticeSecret }],
    ['/messagerie/reponses/', { secret: replySecret }],
    ['/gestion/envois/:id', { id: sent }],
  ];
  return lists.find(([part]) => path.startsWith(part))?.[1] ?? null;
}
