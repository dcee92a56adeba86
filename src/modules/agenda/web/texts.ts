import { typography } from '#platform/french/index.ts';

/** Why an act of the agenda is refused, for people. */
const refusals = {
  invalid: 'Quelque chose manque ou n’est pas clair : voyez les champs signalés.',
  forbidden: 'Cela ne fait pas partie de vos droits.',
  key_reused: 'Ce formulaire a déjà servi. Rechargez la page et recommencez.',
  unclear_fields: 'Quelque chose manque ou n’est pas clair : voyez les champs signalés.',
  not_found: 'Ce rendez-vous n’existe plus.',
  not_yours_to_publish: 'L’équipe lira ce rendez-vous avant qu’il ne soit public.',
  edited_meanwhile: 'Quelqu’un a modifié cette fiche pendant que vous l’écriviez.',
  kept_elsewhere: 'Ce rendez-vous se modifie là où il a été créé.',
} as const;

export type AgendaRefusal = keyof typeof refusals;

/** The sentence that tells a refusal. A reason without one does not compile. */
export function refusalText(reason: AgendaRefusal): string {
  return typography(refusals[reason]);
}
