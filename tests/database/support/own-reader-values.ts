import type { FilledReaders } from './fill-readers.ts';

/** The values that make a path of subscriptions, digests or the letter of actors lead to something of the hub. */
export function ownReaderValues(
  { subscriber, edition, contribution, readerSecret, answerSecret }: FilledReaders,
  path: string,
): Record<string, string> | null {
  const lists: readonly (readonly [part: string, values: Record<string, string>])[] = [
    ['/abonnement/', { secret: readerSecret }],
    ['/quoi-de-neuf/', { secret: answerSecret }],
    ['/gestion/envois/abonnes/', { id: subscriber }],
    ['/gestion/envois/lettre-des-acteurs/', { id: edition, contribution }],
  ];
  return lists.find(([part]) => path.startsWith(part))?.[1] ?? null;
}
