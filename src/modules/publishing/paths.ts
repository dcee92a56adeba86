import type { Actor } from '#platform/context/context.ts';
import type { PublicationKind } from './domain/publication.ts';
import { mayRunSite, mayWrite } from './policy.ts';

const folders: Readonly<Record<Exclude<PublicationKind, 'home'>, string>> = {
  page: '/pages',
  door: '/pour',
  news: '/actualites',
  story: '/histoires',
  project: '/projets',
  action: '/actions',
  resource: '/ressources',
  experience: '/experiences',
  watch: '/veille',
};

/** Pages that stand at an address of their own. */
const ownAddresses: Readonly<Record<string, string>> = { 'le-pole': '/le-pole' };

/** Where the list of a kind is. Pages have none. */
export function listPath(kind: Exclude<PublicationKind, 'home'>): string {
  return folders[kind];
}

/** Where everyone reads it. */
export function publicationPath(kind: PublicationKind, slug: string): string {
  if (kind === 'home') return '/';
  if (kind === 'page' && ownAddresses[slug]) return ownAddresses[slug];
  return `${folders[kind]}/${slug}`;
}

/** The back office of what is published. */
export const officePaths = {
  list: '/gestion/contenus',
  listOf: (kind: PublicationKind) => `/gestion/contenus?genre=${kind}`,
  add: (kind: PublicationKind | ':kind') => `/gestion/contenus/ajouter/${kind}`,
  edit: (id: string) => `/gestion/contenus/${id}`,
  act: (id: string, act: string) => `/gestion/contenus/${id}/${act}`,
  versions: (id: string) => `/gestion/contenus/${id}/versions`,
  trash: '/gestion/contenus/corbeille',
  /** Suggestions of structures for the editor, as JSON. */
  organizations: '/gestion/contenus/structures',
  /** How the blocks being edited look. */
  blockPreview: '/gestion/contenus/apercu',
  menu: '/gestion/menu',
  figures: '/gestion/chiffres-cles',
  settings: '/gestion/contenus/reglages',
  review: (id: string) => `/gestion/a-valider/${id}`,
  channels: (id: string) => `/gestion/contenus/${id}/canaux`,
} as const;

/** Where anyone proposes something of a kind. */
export const proposePath = (kind: Exclude<PublicationKind, 'home'>): string => `${folders[kind]}/proposer`;

/** Where someone without account sees what became of what she proposed. */
export const followPath = (secret: string): string => `/propositions/${secret}`;

/** The shortest way to write something, for those who may. */
export function writingLink(actor: Actor): { href: string; label: string; icon: 'edit' } | undefined {
  if (!mayWrite(actor)) return undefined;
  const label = mayRunSite(actor) ? 'Nouvelle actualité' : 'Proposer une actualité';
  return { href: officePaths.add('news'), label, icon: 'edit' };
}

/** A page shown before it is public to whoever holds its link. */
export const previewPath = (secret: string): string => `/apercu/${secret}`;

/** The key figures, for everyone. */
export const figuresPath = '/chiffres';
export const figurePath = (id: string): string => `${figuresPath}#chiffre-${id}`;
