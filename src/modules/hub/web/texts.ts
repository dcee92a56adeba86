import type { MailStatus } from '../queries/mail-log.ts';

/** Where a link of the hub leads. */
export const linkNames: Readonly<Record<string, string>> = {
  website: 'Notre autre site',
  facebook: 'Facebook',
  mastodon: 'Mastodon',
};

/** What the audit trail speaks of, by kind of subject. */
export const subjectNames: Readonly<Record<string, string>> = {
  hub: 'Pôle',
  person: 'Personne',
  passkey: 'Clé d’accès',
  sign_in_link: 'Lien de connexion',
  organization: 'Structure',
  theme: 'Thème',
  word: 'Mot-clé',
  directory: 'Annuaire',
  picture: 'Image',
  import: 'Import',
  suggestion: 'Proposition',
  claim: 'Demande de fiche',
  mail: 'Courrier',
  'contact-message': 'Message',
  'advice-request': 'Demande',
  'appointment-slot': 'Rendez-vous',
  advice: 'Demandes',
};

export const mailStatusNames: Readonly<Record<MailStatus, string>> = {
  queued: 'En attente',
  sending: 'En cours d’envoi',
  sent: 'Parti',
  kept: 'Gardé ici (aucun envoi réglé)',
  failed: 'Échec',
  uncertain: 'Incertain',
};

/** Refusals that any settings form may meet, said on top of the form. */
export const refusalTexts: Readonly<Record<string, string>> = {
  edited_meanwhile:
    'Quelqu’un a changé ces réglages pendant que vous écriviez. Votre texte est toujours là : relisez, puis enregistrez de nouveau pour garder votre version.',
  key_reused: 'Ce formulaire a déjà été envoyé. Rechargez la page avant de recommencer.',
  forbidden: 'Votre compte ne permet pas ce réglage.',
  slug_taken: 'Un autre pôle porte déjà ce nom dans les adresses.',
  domain_taken: 'Ce domaine mène déjà à un autre pôle.',
  unknown_domain: 'Ce domaine ne mène pas à ce pôle.',
};

/** The French sentence for a refusal that belongs to no field. */
export function refusalText(reason: string): string {
  return refusalTexts[reason] ?? 'Cela n’a pas été possible. Rechargez la page et réessayez.';
}
