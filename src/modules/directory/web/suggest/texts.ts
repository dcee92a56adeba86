import type { AnyCommand, ReasonOf } from '#platform/command/command.ts';
import type { answerConfirmation } from '../../commands/moderation/answer-confirmation.ts';
import type { editClaimedSheet } from '../../commands/moderation/edit-claimed-sheet.ts';
import type { openClaim } from '../../commands/moderation/open-claim.ts';
import type { requestClaim } from '../../commands/moderation/request-claim.ts';
import type { suggestCorrection } from '../../commands/moderation/suggest-correction.ts';
import type { suggestOrganization } from '../../commands/moderation/suggest-organization.ts';

type VisitorCommand =
  | typeof answerConfirmation
  | typeof editClaimedSheet
  | typeof openClaim
  | typeof requestClaim
  | typeof suggestCorrection
  | typeof suggestOrganization;
type ReasonOfEach<C> = C extends AnyCommand | VisitorCommand ? ReasonOf<C> : never;
export type VisitorReason = ReasonOfEach<VisitorCommand>;

const texts: Record<VisitorReason, string> = {
  invalid: 'Une réponse est à corriger.',
  forbidden: 'Vous n’avez pas accès à cette page.',
  key_reused: 'Ce formulaire a déjà servi. Rechargez la page pour l’envoyer de nouveau.',
  not_found: 'Cette fiche n’est plus dans l’annuaire.',
  looks_alike: 'Cette structure est peut-être déjà dans l’annuaire.',
  nothing_said: 'Rien n’a changé par rapport à la fiche. Corrigez un champ, ou dites-nous en un mot ce qui ne va pas.',
  address_needed: 'Indiquez l’adresse où vous répondre.',
  too_many: 'Trois liens sont déjà partis aujourd’hui. Regardez dans les courriers indésirables, ou réessayez demain.',
  link_over: 'Ce lien a déjà servi ou n’est plus valable.',
  session_over: 'Le temps est écoulé : demandez un nouveau lien pour continuer.',
  edited_meanwhile: 'La fiche a été modifiée pendant que vous écriviez. Relisez, puis enregistrez de nouveau.',
};

/** Why nothing was done, in French. */
export function visitorRefusal(reason: VisitorReason): string {
  return texts[reason];
}
