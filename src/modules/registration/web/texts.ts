import { typography } from '#platform/french/index.ts';
import type { RegistrationState, StateReason } from '../domain/registration-states.ts';
import type { WaitingRule } from '../domain/waiting-list.ts';

/** Why an act of registration is refused, for people. */
const refusals = {
  invalid: 'Quelque chose manque ou n’est pas clair : voyez les champs signalés.',
  forbidden: 'Cela ne fait pas partie de vos droits.',
  key_reused: 'Ce formulaire a déjà servi. Rechargez la page et recommencez.',
  unclear_fields: 'Quelque chose manque ou n’est pas clair : voyez les champs signalés.',
  not_found: 'Cette inscription n’existe plus.',
  registrations_off: 'On ne s’inscrit pas à ce rendez-vous.',
  registrations_not_yet: 'Les inscriptions ne sont pas encore ouvertes.',
  registrations_closed: 'Les inscriptions sont closes.',
  registrations_over: 'Ce rendez-vous a déjà commencé.',
  registrations_cancelled: 'Cette date est annulée.',
  too_many: 'Cela fait trop de personnes pour une seule inscription.',
  full: 'La dernière place vient d’être prise, et il n’y a pas de liste d’attente.',
  too_late: 'Il est trop tard pour le faire ici : appelez-nous, on s’arrange.',
  nothing_to_cancel: 'Il n’y a plus rien à annuler.',
  nothing_to_change: 'Cette inscription est annulée.',
  no_offer: 'Cette place n’est plus proposée : elle est passée à la personne suivante.',
  no_seat_to_give: 'Seule une place confirmée peut être transmise.',
  handed_too_often: 'Cette place a déjà beaucoup changé de mains : appelez-nous, on s’arrange.',
  no_seat_left: 'Il n’y a plus de place libre : ajoutez des places, ou attendez un désistement.',
  nothing_to_let_in: 'Aucune des personnes cochées n’attend de place.',
  same_date: 'Cette personne est déjà à cette date.',
  scope_taken: 'Des personnes sont inscrites : on ne peut plus changer « à chaque date » ou « à l’ensemble ».',
  kind_taken: 'Des personnes sont inscrites sur une part des places que vous retirez.',
  edited_meanwhile: 'Quelqu’un a modifié cette fiche pendant que vous l’écriviez. Relisez, puis recommencez.',
} as const;

export type RegistrationRefusal = keyof typeof refusals;

/** The sentence that tells a refusal. A reason without one does not compile. */
export function refusalText(reason: RegistrationRefusal): string {
  return typography(refusals[reason]);
}

export const stateNames: Readonly<Record<RegistrationState, string>> = {
  confirmed: 'Inscrit·e',
  waiting: 'En attente',
  offered: 'Place proposée',
  cancelled: 'Annulé·e',
  declined: 'A décliné',
};

export const reasonNames: Readonly<Record<StateReason, string>> = {
  '': '',
  self: 'par la personne',
  staff: 'par l’équipe',
  expired: 'sans réponse à temps',
  unpaid: 'non payée à temps',
  out_of_turn: 'placée par l’équipe',
};

/** The rules of the waiting list in plain words. */
export const ruleNames: Readonly<Record<WaitingRule, { label: string; text: string }>> = {
  arrival: { label: 'Par ordre d’arrivée', text: 'La première personne qui attend est la première servie.' },
  members: {
    label: 'Les adhérent·es d’abord',
    text: 'Parmi celles et ceux qui attendent, les adhérent·es passent devant ; à égalité, l’ordre d’arrivée.',
  },
  organization: {
    label: 'Une personne par structure d’abord',
    text: 'Une structure qui n’a encore personne passe devant celles qui ont déjà une place ; à égalité, l’ordre d’arrivée.',
  },
  newcomers: {
    label: 'Les nouvelles têtes d’abord',
    text: 'Qui n’est encore jamais venu à un rendez-vous du pôle passe devant ; à égalité, l’ordre d’arrivée.',
  },
};
