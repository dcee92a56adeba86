import type { PasswordWeakness } from '../domain/password-rules.ts';

/** Why a password was refused. */
export const passwordMessages: Record<PasswordWeakness, string> = {
  too_short: 'Il en faut un peu plus : 8 caractères au moins.',
  too_long: 'C’est trop long : 128 caractères au plus.',
  too_common: 'Ce mot de passe se devine trop vite. Essayez quelques mots sans rapport entre eux.',
};

/** Why an act on a person was refused. */
export const personRefusals: Readonly<Record<string, string>> = {
  no_address: 'Ajoutez d’abord une adresse e-mail.',
  address_taken: 'Cette adresse sert déjà au compte de quelqu’un d’autre. Réunissez les deux fiches.',
  signs_in: 'Cette adresse sert à se connecter : seule la personne peut en changer.',
  last_employee: 'C’est la dernière personne de l’équipe : sans elle, plus personne n’ouvrirait la gestion.',
  not_held: 'Ce rôle n’est pas en cours.',
  oneself: 'Vous ne pouvez pas le faire sur votre propre fiche.',
  same_person: 'C’est déjà la même fiche.',
  session_over: 'Votre session est terminée. Reconnectez-vous.',
  key_reused: 'Cette page avait déjà servi. Rechargez-la.',
};
