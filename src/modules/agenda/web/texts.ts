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
  sender_needed: 'Dites-nous qui vous êtes, pour que nous puissions vous répondre.',
  too_many: 'Beaucoup de propositions sont déjà arrivées aujourd’hui. Revenez demain, ou appelez-nous.',
  already_handled: 'L’équipe a déjà répondu : ce n’est plus à relire.',
  nothing_to_tell: 'Il n’y a rien à dire de plus.',
  poll_closed: 'Ce sondage est terminé : la date est choisie.',
  too_many_answers: 'Ce sondage a déjà reçu trop de réponses. Écrivez-nous, nous ajouterons la vôtre.',
  not_over: 'Ce rendez-vous n’est pas encore passé.',
  first_date: 'C’est la première date de la série : changez toutes les dates d’un coup.',
  same_venue: 'Choisissez un autre lieu : c’est le même.',
  empty_calendar: 'Choisissez au moins une chose à y mettre.',
  too_many_calendars: 'Vous avez déjà vingt calendriers. Fermez-en un d’abord.',
  source_gone: 'Ce calendrier n’est plus suivi.',
  nothing_due: 'Il n’y a rien à faire.',
} as const;

export type AgendaRefusal = keyof typeof refusals;

/** The sentence that tells a refusal. A reason without one does not compile. */
export function refusalText(reason: AgendaRefusal): string {
  return typography(refusals[reason]);
}
