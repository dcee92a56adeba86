import { listPath, publicationPath } from './paths.ts';

export const resourcesPath = listPath('resource');
export const watchPath = listPath('watch');
export const experiencesPath = listPath('experience');

export const usefulPath = (slug: string): string => `${publicationPath('resource', slug)}/utile`;
export const improvePath = (slug: string): string => `${publicationPath('resource', slug)}/ameliorer`;

/** The back office of resources. */
export const resourceOffice = {
  list: '/gestion/ressources',
  csv: '/gestion/ressources.csv',
  confirm: '/gestion/ressources/toujours-juste',
  links: '/gestion/ressources/liens',
  suggestions: '/gestion/ressources/suggestions',
} as const;
