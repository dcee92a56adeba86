/** What the link by which a reader stops is signed for; its id is that of the copy. */
export const unsubscribePurpose = 'mailing unsubscribe';

/** The public archive. */
export const archivePath = '/lettres';

export const paths = {
  archive: archivePath,
  archived: (slug: string) => `${archivePath}/${slug}`,
  feed: `${archivePath}/flux.xml`,
  unsubscribe: (secret: string) => `/desabonnement/${secret}`,
  bounceHook: (secret: string) => `/messagerie/retours/${secret}`,
  list: '/gestion/envois',
  compose: '/gestion/envois/ecrire',
  /** Writes the mail of one thing: `?de=news.<id>`. */
  composeFrom: (kind: string, id: string) => `/gestion/envois/ecrire?de=${kind}.${id}`,
  mailing: (id: string) => `/gestion/envois/${id}`,
  edit: (id: string) => `/gestion/envois/${id}/modifier`,
  preview: (id: string) => `/gestion/envois/${id}/apercu`,
  recipients: (id: string) => `/gestion/envois/${id}/destinataires`,
  progress: (id: string) => `/gestion/envois/${id}/avancement.json`,
  send: (id: string) => `/gestion/envois/${id}/envoyer`,
  test: (id: string) => `/gestion/envois/${id}/essai`,
  pause: (id: string) => `/gestion/envois/${id}/pause`,
  resume: (id: string) => `/gestion/envois/${id}/reprendre`,
  cancel: (id: string) => `/gestion/envois/${id}/arreter`,
  remove: (id: string) => `/gestion/envois/${id}/supprimer`,
  digest: '/gestion/envois/recapitulatif',
  suppressions: '/gestion/envois/adresses-retirees',
  bounces: '/gestion/envois/retours',
  settings: '/gestion/envois/reglages',
} as const;
