import type { Site } from '../layout/site.ts';

/** A hub that does not exist, for the style page and the tests of the interface. */
export const sampleSite: Site = {
  name: 'Pôle ESS des Vallons',
  nameLines: ['Pôle ESS', 'des Vallons'],
  slogan: 'On sème, on relie, on fait pousser.',
  origin: 'https://vallons.example',
  hue: 168,
  motif: 'hills',
  stylesheetHref: '/assets/main.css',
  themeHref: '/theme.css',
  homeHref: '/',
  searchHref: '/recherche',
  contactHref: '/contact',
  navigation: [
    { label: 'Le pôle', href: '/le-pole' },
    { label: 'Le réseau', href: '/annuaire', current: true },
    { label: 'Agenda', href: '/agenda' },
    { label: 'Actualités', href: '/actualites' },
    { label: 'Ressources', href: '/ressources' },
    { label: 'Échanges', href: '/echanges' },
  ],
  footerNavigation: [
    { label: 'Qui sommes-nous', href: '/le-pole' },
    { label: 'Adhérer', href: '/adhesion' },
    { label: 'Infolettre', href: '/infolettre' },
    { label: 'Accessibilité', href: '/accessibilite' },
    { label: 'Données personnelles', href: '/donnees-personnelles' },
    { label: 'Se connecter', href: '/connexion' },
  ],
  footerLines: ['12, rue de l’Abbé-Pitois, 35470 Bain-de-Bretagne · ouvert le mardi et le jeudi'],
};

/** The back office's menu, as on an ordinary morning. */
export const sampleOfficeNavigation = [
  { label: 'À faire', href: '/gestion', current: true, count: 9 },
  { label: 'Publier', href: '/gestion/publier' },
  { label: 'Agenda', href: '/gestion/agenda' },
  { label: 'Réseau', href: '/gestion/annuaire', count: 2 },
  { label: 'Adhésions', href: '/gestion/adhesions' },
  { label: 'Demandes', href: '/gestion/demandes' },
  { label: 'Chiffres', href: '/gestion/chiffres' },
  { label: 'Réglages', href: '/gestion/reglages' },
] as const;
