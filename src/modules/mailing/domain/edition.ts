/** Kind under which what an actor wrote is told, and that under which actors are asked for it. */
export const contributionKind = 'contribution';
export const requestKind = 'edition';

/** What is asked, unless the employee writes it her way. */
export const usualQuestion =
  'Qu’avez-vous de neuf ? Un projet qui avance, un besoin, un rendez-vous, une fierté : racontez-le en quelques lignes, nous le ferons lire aux autres.';

/** Whether actors may still write. */
export function isWritable(
  edition: { state: string; closesOn: Temporal.PlainDate },
  today: Temporal.PlainDate,
): boolean {
  return edition.state === 'open' && Temporal.PlainDate.compare(today, edition.closesOn) <= 0;
}
