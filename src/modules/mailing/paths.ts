/** What the link by which a reader stops is signed for; its id is that of the copy. */
export const unsubscribePurpose = 'mailing unsubscribe';

/** The public archive. */
export const archivePath = '/lettres';

export const paths = {
  archive: archivePath,
  archived: (slug: string) => `${archivePath}/${slug}`,
  feed: archivePath,
  unsubscribe: (secret: string) => `/desabonnement/${secret}`,
  bounceHook: (secret: string) => `/messagerie/retours/${secret}`,
  list: '/gestion/envois',
  compose: '/gestion/envois/ecrire',
  /** Writes the mail of one thing: `?de=news.<id>`. */
  composeFrom: (kind: string, id: string) => `/gestion/envois/ecrire?de=${kind}.${id}`,
  previewOf: '/gestion/envois/apercu',
  recipientsOf: '/gestion/envois/destinataires',
  /** How many would receive what is being written: a piece of page. */
  countOf: '/gestion/envois/compte',
  labels: '/gestion/envois/etiquettes.pdf',
  mailing: (id: string) => `/gestion/envois/${id}`,
  edit: (id: string) => `/gestion/envois/${id}/modifier`,
  preview: (id: string) => `/gestion/envois/${id}/apercu`,
  progress: (id: string) => `/gestion/envois/${id}/avancement`,
  copies: (id: string) => `/gestion/envois/${id}/exemplaires.csv`,
  letters: (id: string) => `/gestion/envois/${id}/lettres.pdf`,
  send: (id: string) => `/gestion/envois/${id}/envoyer`,
  pause: (id: string) => `/gestion/envois/${id}/pause`,
  resume: (id: string) => `/gestion/envois/${id}/reprendre`,
  cancel: (id: string) => `/gestion/envois/${id}/arreter`,
  remove: (id: string) => `/gestion/envois/${id}/supprimer`,
  archiveIt: (id: string) => `/gestion/envois/${id}/archive`,
  digest: '/gestion/envois/recapitulatif',
  suppressions: '/gestion/envois/adresses-retirees',
  bounces: '/gestion/envois/retours',
  release: '/gestion/envois/adresses-retirees/remettre',
  settings: '/gestion/envois/reglages',
} as const;
