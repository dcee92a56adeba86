/** The addresses of this module. */
export const paths = {
  home: '/',
  /** Of the module that answers visitors. */
  contact: '/contact',
  plainWords: '/c-est-quoi-l-ess',
  about: '/le-pole',
  legal: '/mentions-legales',
  sourceCode: '/logiciel/code-source.tar.gz',
  privacy: '/donnees-personnelles',
  accessibility: '/accessibilite',
  favicon: '/icone.svg',
  manifest: '/site.webmanifest',
  securityText: '/.well-known/security.txt',
  day: '/gestion',
  journal: '/gestion/journal',
  journalFile: '/gestion/journal.csv',
  mails: '/gestion/courrier',
  retryMail: (id: string) => `/gestion/courrier/${id}/renvoyer`,
  outbox: '/courrier-local',
  keptMail: (id: string) => `/courrier-local/${id}`,
  settings: '/gestion/reglages',
  settingsTab: (slug: string) => `/gestion/reglages/${slug}`,
  themePreview: '/gestion/reglages/apercu.css',
  territoryChoices: '/gestion/reglages/territoire/propositions',
  logo: '/gestion/reglages/logo',
  setup: '/gestion/demarrer',
  setupStep: (slug: string) => `/gestion/demarrer/${slug}`,
  newHub: '/gestion/nouveau-pole',
  installation: '/gestion/installation',
  installedHub: (id: string) => `/gestion/installation/${id}`,
  installedHubAct: (id: string, act: string) => `/gestion/installation/${id}/${act}`,
  importDirectory: '/gestion/annuaire/importer',
} as const;

/** The last step of the first-run assistant: back from the import, which another module holds. */
export const openingStepPath = paths.setupStep('ouvrir');
