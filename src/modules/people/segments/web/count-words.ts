import { plural } from '#platform/french/index.ts';
import type { ReadSegment } from '../queries/read-definition.ts';
import type { SegmentCount } from '../queries/segment-people.ts';

/** « 128 personnes, dont 96 à qui le pôle peut écrire un mail ». */
export function countWords({ people }: Pick<ReadSegment, 'people'>, { total, withEmail }: SegmentCount): string {
  if (!people) return 'Complétez les conditions pour compter.';
  if (total === 0) return 'Personne';
  if (withEmail === total) return `${plural(total, 'personne')}, toutes joignables par mail`;
  return `${plural(total, 'personne')}, dont ${withEmail === 0 ? 'aucune joignable' : plural(withEmail, 'joignable')} par mail`;
}
