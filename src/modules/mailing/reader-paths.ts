const office = '/gestion/envois';
const subscribers = `${office}/abonnes`;
const digest = `${office}/recapitulatif`;
const editions = `${office}/lettre-des-acteurs`;

/** What readers and the team use of subscriptions. */
export const subscriptionPaths = {
  subscribe: '/abonnement',
  reader: (secret: string) => `/abonnement/${secret}`,
  list: subscribers,
  export: (format: 'csv' | 'xlsx') => `${subscribers}.${format}`,
  add: `${subscribers}/ajouter`,
  subscriber: (id: string) => `${subscribers}/${id}`,
} as const;

/** The coming digest. */
export const digestPaths = {
  plan: digest,
  preview: `${digest}/apercu`,
} as const;

/** Stands in a mailing for the link of the one who reads it: each copy has its own. */
export const ownAnswerPath = '/quoi-de-neuf/mon-lien';

/** What the private links of those who are asked for news are signed for; their id is that of the copy. */
export const answerPurpose = 'edition request';

/** The letter that actors write together. */
export const editionPaths = {
  list: editions,
  add: `${editions}/ouvrir`,
  edition: (id: string) => `${editions}/${id}`,
  act: (id: string) => `${editions}/${id}/faire`,
  contribute: (id: string) => `${editions}/${id}/contribuer`,
  contribution: (id: string, contribution: string) => `${editions}/${id}/contributions/${contribution}`,
  /** Where one who was asked answers, without account. */
  answer: (secret: string) => `/quoi-de-neuf/${secret}`,
} as const;

/** What readers answered to mailings. */
export const replyPaths = {
  list: `${office}/reponses`,
  /** To say that some were read. */
  read: `${office}/reponses/lues`,
  ofMailing: (id: string) => `${office}/reponses?envoi=${id}&vue=toutes`,
  /** Where the mailbox of replies is forwarded. */
  hook: (secret: string) => `/messagerie/reponses/${secret}`,
} as const;
