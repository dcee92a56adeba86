/** The addresses of this module. */
export const paths = {
  home: '/',
  privacy: '/donnees-personnelles',
  contact: '/contact',
  contactThanks: '/contact/merci',
  findRequest: '/demande',
  ownRequest: (secret: string) => `/demande/${secret}`,
  ownMessage: (secret: string) => `/demande/${secret}/message`,
  ownSlot: (secret: string) => `/demande/${secret}/rendez-vous`,
  ownSlotFile: (secret: string) => `/demande/${secret}/rendez-vous.ics`,
  withdraw: (secret: string) => `/demande/${secret}/retirer`,
  day: '/gestion',
  queue: '/gestion/demandes',
  bulk: '/gestion/demandes/lot',
  record: '/gestion/demandes/saisir',
  slots: '/gestion/demandes/creneaux',
  cancelSlot: (id: string) => `/gestion/demandes/creneaux/${id}/annuler`,
  settings: '/gestion/demandes/reglages',
  contacts: '/gestion/demandes/reglages/contacts',
  contactOf: (situation: string) => `/gestion/demandes/reglages/contacts/${situation}`,
  readyAnswers: '/gestion/demandes/reglages/reponses',
  readyAnswer: (id: string) => `/gestion/demandes/reglages/reponses/${id}`,
  deleteReadyAnswer: (id: string) => `/gestion/demandes/reglages/reponses/${id}/supprimer`,
  figures: '/gestion/demandes/chiffres',
  request: (id: string) => `/gestion/demandes/${id}`,
  take: (id: string) => `/gestion/demandes/${id}/prendre`,
  answer: (id: string) => `/gestion/demandes/${id}/repondre`,
  note: (id: string) => `/gestion/demandes/${id}/noter`,
  arrange: (id: string) => `/gestion/demandes/${id}/suivre`,
  close: (id: string) => `/gestion/demandes/${id}/clore`,
  reopen: (id: string) => `/gestion/demandes/${id}/rouvrir`,
  receipt: (id: string) => `/gestion/demandes/${id}/recu`,
  oldMessages: '/gestion/messages',
  oldMessage: (id: string) => `/gestion/messages/${id}`,
} as const;

/** What the form opens with. */
export interface AskWords {
  /** Situation of the reader, as in `association`. */
  profile?: string | undefined;
  /** Path of the page she reads. */
  from?: string | undefined;
  subject?: string | undefined;
  /** She would rather be called. */
  callBack?: boolean | undefined;
  /** What a self-check said, if she chooses to send it. */
  selfCheck?: string | undefined;
}

/** The address of the form, opened with the words of the page that leads to it. */
export function askHref({ profile, from, subject, callBack, selfCheck }: AskWords = {}): string {
  const search = new URLSearchParams();
  if (profile) search.set('vous', profile);
  if (from) search.set('de', from);
  if (subject) search.set('sujet', subject);
  if (callBack) search.set('rappel', 'oui');
  if (selfCheck) search.set('bilan', selfCheck);
  return search.size > 0 ? `${paths.contact}?${search.toString()}` : paths.contact;
}
