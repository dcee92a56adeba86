import { typography } from '#platform/french/index.ts';
import { stateNames, type ChargeState } from '../domain/charge-states.ts';
import type { CheckoutProblem } from '../domain/reading.ts';
import type { Way } from '../domain/ways.ts';

/** Why an act on payments is refused, for people. */
const refusals = {
  invalid: 'Quelque chose manque ou n’est pas clair : voyez les champs signalés.',
  forbidden: 'Cela ne fait pas partie de vos droits.',
  key_reused: 'Ce formulaire a déjà servi. Rechargez la page et recommencez.',
  unclear_fields: 'Quelque chose manque ou n’est pas clair : voyez les champs signalés.',
  not_found: 'Cette somme n’existe pas.',
  nothing_owed: 'Il n’y a plus rien à payer.',
  more_than_owed: 'C’est plus que ce qui reste à payer.',
  in_the_future: 'Cette date n’est pas encore passée.',
  more_than_received: 'C’est plus que ce qui a été reçu.',
  already_cancelled: 'C’est déjà annulé.',
  already_reversed: 'Cette ligne a déjà été contre-passée.',
  already_returned: 'Cette somme a déjà été rendue.',
  charge_changed:
    'Cette somme a changé pendant que vous étiez ici, ou le remboursement est déjà demandé. Relisez avant de recommencer.',
  refund_running: 'Un remboursement de ce paiement est déjà en route chez HelloAsso : il s’écrira ici de lui-même.',
  read_online: 'Un paiement HelloAsso se rembourse par HelloAsso : la ligne s’écrira d’elle-même.',
  not_offered: 'Ce moyen de paiement n’est pas proposé ici.',
  edited_meanwhile: 'Quelqu’un a changé ces réglages pendant que vous écriviez. Relisez, puis enregistrez de nouveau.',
  not_an_invoice: 'Seule une facture s’annule par un avoir.',
  no_paper: 'Un reçu se fait quand tout est payé, et rien ne se fait pour une somme annulée.',
  already_issued: 'Ce papier existe déjà : le voici.',
  cheques_moved: 'Un de ces chèques est déjà dans une remise, ou sa saisie a été contre-passée. Cochez de nouveau.',
} as const;

export type PaymentRefusal = keyof typeof refusals;

/** The sentence that tells a refusal. A reason without one does not compile. */
export function refusalText(reason: PaymentRefusal): string {
  return typography(refusals[reason]);
}

/** What a checkout has that the team should look at. */
export const problemTexts: Readonly<Record<CheckoutProblem, string>> = {
  other_charge: 'HelloAsso dit que ce paiement est pour autre chose : rien n’a été compté.',
  other_amount: 'La somme payée n’est pas celle qui était demandée : c’est la somme payée qui est comptée.',
  contested: 'La banque de la personne a repris la somme : HelloAsso vous écrit à ce sujet.',
};

const announced: Readonly<Record<Way, string>> = {
  online: 'carte commencée',
  cheque: 'chèque annoncé',
  transfer: 'virement annoncé',
  cash: 'espèces annoncées',
  on_site: 'sur place',
};

/** « À payer, chèque annoncé », « Payé en partie ». */
export function stateInWords(charge: {
  state: ChargeState;
  received: number;
  chosenWay: Way | null;
  problem?: string | null;
}): string {
  const isOpen = charge.state === 'due' || charge.state === 'refused';
  const state = isOpen && charge.received > 0 ? 'Payé en partie' : stateNames[charge.state];
  const way = isOpen && charge.chosenWay ? announced[charge.chosenWay] : null;
  return [state, way, charge.problem && 'à regarder'].filter(Boolean).join(', ');
}
