import { typography } from '#platform/french/index.ts';

/** Why an act on memberships is refused, for people. */
const refusals = {
  invalid: 'Quelque chose manque ou n’est pas clair : voyez les champs signalés.',
  forbidden: 'Cela ne fait pas partie de vos droits.',
  key_reused: 'Ce formulaire a déjà servi. Rechargez la page et recommencez.',
  unclear_fields: 'Quelque chose manque ou n’est pas clair : voyez les champs signalés.',
  not_found: 'Cela n’existe plus.',
  not_open: 'Les adhésions ne sont pas ouvertes en ce moment.',
  already_member: 'L’adhésion de cette année est déjà faite : il n’y a rien à refaire.',
  already_sent:
    'Une demande est déjà en route pour ce nom. Le lien reçu par mail permet de la suivre, de la payer ou de la changer.',
  too_much_together: 'Un seul paiement ne peut pas tout couvrir : envoyez cette demande à part.',
  too_many_letters:
    'Trop de demandes ont été faites aujourd’hui avec cette adresse. Réessayez demain, ou appelez-nous.',
  too_late: 'Cette demande ne se change plus ici : elle est payée ou déjà décidée. Appelez-nous.',
  nothing_open: 'Rien à décider ici : ces demandes sont déjà traitées.',
  in_the_future: 'Cette date n’est pas encore passée.',
  two_needed: 'Cochez au moins deux demandes.',
  not_waiting: 'Une de ces demandes n’attend plus de paiement.',
  already_paid: 'Une de ces demandes est déjà payée, au moins en partie.',
  edited_meanwhile: 'Quelqu’un a changé cette page pendant que vous écriviez. Relisez, puis enregistrez de nouveau.',
  already_used: 'Des demandes ont déjà été faites dans cette campagne : elle ne revient pas en préparation.',
  name_taken: 'Un collège porte déjà ce nom.',
  already_over: 'Cette adhésion est déjà terminée.',
  no_tax_receipt: 'Les réglages ne disent pas encore que vous donnez des reçus fiscaux, ou il y manque quelque chose.',
  nothing_to_give: 'Tous les reçus prêts sont déjà donnés.',
  already_cancelled: 'C’est déjà annulé.',
  nothing_to_send: 'Chaque membre l’a déjà reçue, ou n’a pas de mail.',
  already_matched: 'Ce paiement est déjà traité : quelqu’un vient peut-être de le faire.',
  more_than_came: 'Les parts dépassent la somme arrivée.',
  nothing_to_note: 'Choisissez un règlement qui n’a pas tenu, ou écrivez un mail.',
  nothing_to_reverse: 'Ce règlement n’est pas de cette adhésion.',
  already_reversed: 'Ce règlement a déjà été contre-passé.',
  already_returned: 'Cette somme a déjà été rendue.',
  read_online: 'Ce qui est payé par carte sur le site se lit chez HelloAsso : la ligne s’écrira d’elle-même.',
  not_matched: 'Ce paiement n’est plus rapproché : quelqu’un vient peut-être de le reprendre.',
  money_went_back: 'La banque a repris cet argent : il n’y a plus rien à rapprocher.',
  nothing_owed_here: 'Une de ces adhésions ne doit plus cette somme : elle est peut-être déjà payée.',
} as const;

export type MembershipRefusal = keyof typeof refusals;

/** The sentence that tells a refusal. A reason without one does not compile. */
export function refusalText(reason: MembershipRefusal): string {
  return typography(refusals[reason]);
}
