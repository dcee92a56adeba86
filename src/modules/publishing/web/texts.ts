import type { licences, projectStages, resourceFormats, verdicts, watchTopics } from '../content/network.ts';
import type { NewsTopic } from '../content/news.ts';
import type { PublicationKind, PublicationStatus } from '../domain/publication.ts';

/** How each kind is called, alone and together, with its article. */
export const kindNames: Readonly<Record<PublicationKind, { one: string; many: string; new: string }>> = {
  home: { one: 'accueil', many: 'accueil', new: 'L’accueil' },
  page: { one: 'page', many: 'pages', new: 'Nouvelle page' },
  door: { one: 'porte', many: 'portes', new: 'Nouvelle porte' },
  news: { one: 'actualité', many: 'actualités', new: 'Nouvelle actualité' },
  story: { one: 'histoire', many: 'histoires', new: 'Nouvelle histoire' },
  project: { one: 'projet', many: 'projets', new: 'Nouveau projet' },
  action: { one: 'action', many: 'actions', new: 'Nouvelle action' },
  resource: { one: 'ressource', many: 'ressources', new: 'Nouvelle ressource' },
  experience: { one: 'retour d’expérience', many: 'retours d’expérience', new: 'Nouveau retour d’expérience' },
  watch: { one: 'veille', many: 'veille', new: 'Nouvel élément de veille' },
};

export const statusNames: Readonly<Record<PublicationStatus, string>> = {
  draft: 'Brouillon',
  proposed: 'À valider',
  returned: 'Renvoyé à son auteur',
  scheduled: 'Programmé',
  published: 'Publié',
  archived: 'Archivé',
};

export const topicNames: Readonly<Record<NewsTopic, string>> = {
  'hub-life': 'Vie du pôle',
  territory: 'Territoire',
  network: 'Du côté des structures',
  training: 'Formation',
  funding: 'Financements',
  jobs: 'Emploi',
  press: 'Presse',
};

export const stageNames: Readonly<Record<(typeof projectStages)[number], string>> = {
  idea: 'Une idée',
  study: 'À l’étude',
  starting: 'Ça démarre',
  running: 'En route',
  paused: 'En pause',
  done: 'Abouti',
};

export const formatNames: Readonly<Record<(typeof resourceFormats)[number], string>> = {
  guide: 'Guide',
  sheet: 'Fiche pratique',
  link: 'Lien',
  file: 'Document',
  book: 'Livre à emprunter',
  tool: 'Outil à emprunter',
};

export const verdictNames: Readonly<Record<(typeof verdicts)[number], string>> = {
  works: 'Ça marche',
  mixed: 'Ça dépend',
  fails: 'Ça n’a pas marché',
};

export const watchTopicNames: Readonly<Record<(typeof watchTopics)[number], string>> = {
  legal: 'Veille juridique',
  sector: 'Veille du secteur',
  funding: 'Financements',
  study: 'Étude',
};

export const licenceNames: Readonly<Record<(typeof licences)[number], string>> = {
  '': 'Licence non précisée',
  'etalab-2.0': 'Licence Ouverte 2.0 (Etalab)',
  'cc-by-4.0': 'CC BY 4.0',
  'cc-by-sa-4.0': 'CC BY-SA 4.0',
  'cc0-1.0': 'CC0 (domaine public)',
  'all-rights': 'Tous droits réservés',
};

const refusals: Readonly<Record<string, string>> = {
  forbidden: 'Vous n’avez pas le droit de faire cela.',
  invalid: 'Certains champs sont à revoir.',
  unclear_fields: 'Certains champs sont à revoir.',
  not_ready: 'Il manque encore quelque chose avant de publier.',
  not_found: 'Cette publication n’existe plus, ou n’est pas à vous.',
  not_yours_to_publish: 'C’est l’équipe du pôle qui publie : proposez, elle relit vite.',
  past_date: 'Choisissez un moment à venir.',
  edited_meanwhile: 'Quelqu’un a modifié cette publication pendant que vous écriviez.',
  already_said: 'Vous l’avez déjà dit aujourd’hui, merci !',
  already_answered: 'Quelqu’un de l’équipe a déjà répondu.',
  already_handled: 'Quelqu’un s’en est déjà occupé.',
  sender_needed: 'Dites-nous qui vous êtes, pour pouvoir vous répondre.',
  too_many: 'Dix propositions sont déjà parties aujourd’hui de cette adresse. Réessayez demain, ou écrivez-nous.',
  key_reused: 'Ce formulaire a déjà servi : rechargez la page.',
};

/** What to say of a refusal. */
export function refusalText(reason: string): string {
  return refusals[reason] ?? 'Ce n’est pas possible pour le moment.';
}
