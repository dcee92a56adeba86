import type { NavigationEntry } from '#platform/contributions/module.ts';
import { listPath } from './paths.ts';

const hub = '/le-pole';
const network = '/annuaire';
const resources = listPath('resource');

/** What publishing brings to the menu, where users sorted it. What no module serves is not shown. */
export const publishingNavigation: readonly NavigationEntry[] = [
  { label: 'Qui sommes-nous', path: hub, order: 11, where: 'header', under: hub },
  { label: 'Actions en cours', path: listPath('action'), order: 12, where: 'header', under: hub },
  { label: 'L’ESS ici, en chiffres', path: '/chiffres', order: 13, where: 'header', under: hub },
  { label: 'C’est quoi, l’ESS ?', path: '/c-est-quoi-l-ess', order: 14, where: 'header', under: hub },
  { label: 'Vous êtes, je veux…', path: listPath('door'), order: 15, where: 'header', under: hub },
  { label: 'L’annuaire', path: network, order: 21, where: 'header', under: network },
  { label: 'La carte', path: '/carte', order: 22, where: 'header', under: network },
  { label: 'Projets', path: listPath('project'), order: 23, where: 'header', under: network },
  { label: 'Histoires', path: listPath('story'), order: 24, where: 'header', under: network },
  { label: 'Qui accompagne quoi', path: '/accompagnement', order: 25, where: 'header', under: network },
  { label: 'Actualités', path: listPath('news'), order: 40, where: 'header' },
  { label: 'Ressources', path: resources, order: 50, where: 'header' },
  { label: 'Toutes les ressources', path: resources, order: 51, where: 'header', under: resources },
  { label: 'Veille', path: listPath('watch'), order: 52, where: 'header', under: resources },
  { label: 'Retours d’expérience', path: listPath('experience'), order: 53, where: 'header', under: resources },
  {
    label: 'Mon projet est-il de l’ESS ?',
    path: '/mon-projet-est-il-ess',
    order: 54,
    where: 'header',
    under: resources,
  },
];
