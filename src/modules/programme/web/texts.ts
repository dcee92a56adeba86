import { typography } from '#platform/french/index.ts';

/** Why an act on a programme is refused, for people. */
const refusals = {
  invalid: 'Quelque chose manque ou n’est pas clair : voyez les champs signalés.',
  forbidden: 'Cela ne fait pas partie de vos droits.',
  key_reused: 'Ce formulaire a déjà servi. Rechargez la page et recommencez.',
  not_found: 'Ce n’est plus là : la page a changé entre-temps.',
  edited_meanwhile: 'Quelqu’un a modifié cela pendant que vous l’écriviez. Rechargez la page.',
  ends_before_start: 'La fin vient avant le début.',
  outside_event: 'Le rendez-vous n’a pas lieu ce jour-là.',
  room_taken: 'La salle est déjà prise à cette heure.',
  speaker_busy: 'Une des personnes qui interviennent est ailleurs à cette heure.',
  room_too_small: 'La salle est trop petite pour ce qui est annoncé.',
  room_used: 'Quelque chose est prévu dans cette salle : déplacez-le d’abord.',
  zone_needed: 'Dites dans quelle zone le stand s’installe.',
  zone_full: 'Il ne reste pas assez d’emplacements dans cette zone.',
  no_socket_left: 'Il ne reste plus de prise dans cette zone.',
  no_wall_left: 'Il ne reste plus de mur dans cette zone.',
  zone_promised: 'Les stands déjà acceptés prennent plus que cela.',
  zone_used: 'Un stand est placé dans cette zone : déplacez-le d’abord.',
  withdrawn: 'Ce stand a été retiré par la structure.',
  shift_full: 'Il y a assez de monde pour ce moment.',
  volunteer_busy: 'Cette personne est déjà ailleurs à cette heure.',
  shift_taken: 'Quelqu’un est inscrit : libérez sa place d’abord.',
  closed: 'Ce n’est pas, ou plus, ouvert.',
  too_many: 'C’est plus que ce que cette page peut tenir.',
} as const;

export type ProgrammeRefusal = keyof typeof refusals;

/** The sentence that tells a refusal. A reason without one does not compile. */
export function refusalText(reason: ProgrammeRefusal): string {
  return typography(refusals[reason]);
}
