import { typography } from '#platform/french/index.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';

/** Why an act on mailings is refused, for people. */
const refusals = {
  invalid: 'Quelque chose manque ou n’est pas clair : voyez les champs signalés.',
  forbidden: 'Cela ne fait pas partie de vos droits.',
  key_reused: 'Ce formulaire a déjà servi. Rechargez la page et recommencez.',
  not_found: 'Cet envoi n’existe plus.',
  already_left: 'Cet envoi est déjà parti : il ne se change plus.',
  changed_meanwhile: 'Quelqu’un a changé cet envoi pendant que vous écriviez. Relisez-le, puis recommencez.',
  not_now: 'Cet envoi n’en est plus là : la page montre où il en est.',
  nobody: 'Personne ne recevrait ce message : choisissez d’autres destinataires.',
  past: 'Choisissez un moment à venir.',
  no_such_address: 'Cette adresse n’est pas dans la liste.',
  her_choice: 'Cette personne a demandé à ne plus rien recevoir : elle seule peut se réabonner.',
  no_address: 'Écrivez une adresse e-mail.',
  no_reply: 'Aucune réponse à l’un de vos envois n’a été trouvée.',
  nothing_chosen: 'Rien n’était choisi, ou c’était déjà fait.',
  nothing_read: 'Aucune adresse refusée n’a été trouvée dans ce message.',
} as const;

export type MailingRefusal = keyof typeof refusals;

/** The sentence that tells a refusal. A reason without one does not compile. */
export function refusalText(reason: MailingRefusal): string {
  return typography(refusals[reason]);
}

/** One sentence for a refusal told on the next page. */
export function sentenceOf(outcome: Extract<Outcome<unknown, MailingRefusal>, { ok: false }>): string {
  return Object.values(outcome.fields)[0] ?? refusalText(outcome.reason);
}

/** The messages of a refusal: beside fields when it names some, else on its own. */
export function errorsOf(outcome: Extract<Outcome<unknown, MailingRefusal>, { ok: false }>): Record<string, string> {
  return Object.keys(outcome.fields).length > 0 ? { ...outcome.fields } : { '': refusalText(outcome.reason) };
}
