import { typography } from '#platform/french/index.ts';

/** Why an act of the day is refused, for people. */
const refusals = {
  invalid: 'Quelque chose manque ou n’est pas clair.',
  forbidden: 'Cela ne fait pas partie de vos droits.',
  key_reused: 'Ce formulaire a déjà servi. Rechargez la page et recommencez.',
  not_found: 'Ce rendez-vous n’existe plus.',
  not_registered: 'Cette personne n’est plus inscrite à cette date.',
  no_seat_left: 'Toutes les places sont prises. Cochez la case pour faire entrer quand même.',
  nobody: 'Personne ne correspond, ou personne n’a laissé de mail.',
  not_a_match: 'Ce trajet n’est plus proposé : les places sont parties, ou la personne a changé d’avis.',
  no_room: 'Il n’y a plus de place dans cette voiture.',
  already_asked: 'C’est déjà demandé : la réponse viendra par mail.',
} as const;

export type DayRefusal = keyof typeof refusals;

/** The sentence that tells a refusal. A reason without one does not compile. */
export function dayRefusal(reason: DayRefusal): string {
  return typography(refusals[reason]);
}
