import type { OrganizationLevel, LinkKind } from '../domain/organization-draft.ts';
import type { ProfileField } from '../profile/organization-profile.ts';
import type { Mark } from '../queries/index/directory-columns.ts';

/** How each mark is written in addresses, as a filter, and on a sheet. */
export const markWords: Readonly<Record<Mark, { slug: string; filter: string; badge: string }>> = {
  member: { slug: 'adherentes', filter: 'adhérentes', badge: 'adhérente' },
  inspiring: { slug: 'lieux-inspirants', filter: 'lieux inspirants', badge: 'lieu inspirant' },
  support: { slug: 'accompagnement', filter: 'accompagnent des projets', badge: 'accompagne' },
  lends: { slug: 'materiel', filter: 'prêtent salle ou matériel', badge: 'prête' },
};

export const levelNames: Readonly<Record<OrganizationLevel, string>> = {
  base: 'Structure',
  grouping: 'Groupement ou collectif',
  regional_head: 'Tête de réseau',
  support_body: 'Structure d’appui',
};

export const linkNames: Readonly<Record<LinkKind, string>> = {
  facebook: 'Facebook',
  instagram: 'Instagram',
  linkedin: 'LinkedIn',
  mastodon: 'Mastodon',
  youtube: 'YouTube',
  peertube: 'PeerTube',
  x: 'X',
  bluesky: 'Bluesky',
  tiktok: 'TikTok',
  helloasso: 'HelloAsso',
  source: 'Fiche d’origine',
  other: 'Autre site',
};

export const fieldNames: Readonly<Record<ProfileField, string>> = {
  name: 'Nom',
  shortName: 'Sigle ou nom court',
  legalForm: 'Forme juridique',
  legalCode: 'Code de la forme juridique',
  level: 'Rôle dans le réseau',
  mission: 'En une phrase',
  description: 'Présentation',
  themes: 'Domaines',
  offers: 'Ce qu’elle propose',
  needs: 'Ce qu’elle cherche',
  skills: 'Savoir-faire',
  means: 'Salles et matériel',
  audiences: 'Publics',
  siren: 'SIREN',
  siret: 'SIRET',
  rna: 'Numéro RNA',
  foundedYear: 'Année de création',
  staffBracket: 'Effectif',
  locations: 'Adresses et horaires',
  phone: 'Téléphone',
  phoneVisibility: 'Qui voit le téléphone',
  email: 'Adresse électronique',
  emailVisibility: 'Qui voit l’adresse électronique',
  website: 'Site',
  links: 'Liens',
  contacts: 'Personnes à contacter',
  isMember: 'Adhérente',
  isInspiring: 'Lieu inspirant',
  isSupport: 'Accompagne des projets',
  supports: 'Ce qu’elle accompagne',
};

/** Refusals of the directory's commands, said on top of a form. */
export const refusalTexts = {
  invalid: 'Certains champs sont à corriger.',
  forbidden: 'Votre compte ne permet pas de modifier l’annuaire.',
  key_reused: 'Ce formulaire a déjà été envoyé avec un autre contenu. Rechargez la page avant de recommencer.',
  not_found: 'Cette fiche n’existe plus, ou elle est à la corbeille.',
  looks_alike: 'Une fiche qui ressemble à celle-ci existe déjà.',
  edited_meanwhile: 'Quelqu’un a modifié cette fiche pendant que vous écriviez.',
  same_sheet: 'Choisissez deux fiches différentes.',
  wrong_parent: 'Un thème ne peut pas être rangé là : trois niveaux au plus, et jamais sous lui-même.',
  theme_in_use: 'Ce thème sert encore. Fusionnez-le avec un autre pour ne perdre aucune structure.',
  photo_already_there: 'Cette photo est déjà sur la fiche.',
  no_recipient: 'Cette structure ne peut pas être jointe par ce formulaire.',
} as const;

export function refusalText(reason: string): string {
  return (
    (refusalTexts as Readonly<Record<string, string>>)[reason] ??
    'Ce n’était pas possible. Rechargez la page et réessayez.'
  );
}

export function isOneOf<Value extends string>(values: readonly Value[], text: string): text is Value {
  return (values as readonly string[]).includes(text);
}
