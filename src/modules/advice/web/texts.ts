import { situationNames, situations, type Situation } from '#modules/hub/index.ts';
import type { RequestState } from '../domain/request-states.ts';

/** How the team calls each state. */
export const stateNames: Readonly<Record<RequestState, string>> = {
  waiting: 'À prendre',
  taken: 'En cours',
  answered: 'Répondue',
  closed: 'Close',
};

/** The name of a situation, or what is said of nobody in particular. */
export function situationName(situation: string | null): string {
  return situation && Object.hasOwn(situations, situation)
    ? situations[situation as Situation].label
    : 'Sans précision';
}

export const situationChoices = situationNames.map((value) => ({ value, label: situations[value].label }));

const refusalTexts: Readonly<Record<string, string>> = {
  key_reused: 'Ce formulaire a déjà été envoyé. Rechargez la page avant de recommencer.',
  forbidden: 'Votre compte ne permet pas cela.',
  written_meanwhile:
    'La demande a changé pendant que vous écriviez : lisez ce qui est nouveau. Votre texte est toujours là, envoyez-le de nouveau s’il convient encore.',
  edited_meanwhile:
    'Quelqu’un a changé ce texte pendant que vous écriviez. Le vôtre est toujours là : relisez, puis enregistrez de nouveau pour le garder.',
  closed: 'Cette demande est close. Rouvrez-la d’abord.',
  not_closed: 'Cette demande n’est pas close.',
  taken_meanwhile: 'Quelqu’un vient de prendre cette demande.',
  unknown_colleague: 'Cette personne ne fait plus partie de l’équipe.',
  no_appointment: 'Il n’y a pas de rendez-vous à annuler.',
};

/** The French sentence for a refusal that belongs to no field. */
export function refusalText(reason: string): string {
  return refusalTexts[reason] ?? 'Cela n’a pas été possible. Rechargez la page et réessayez.';
}
