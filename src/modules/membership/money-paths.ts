const office = '/gestion/adhesions';
const agreements = '/gestion/conventions';

/** The addresses of what surrounds memberships: money, benefits, figures, agreements. */
export const moneyPaths = {
  receipts: `${office}/recus`,
  receiptFile: (id: string) => `${office}/recus/${id}.pdf`,
  cancelReceipt: (id: string) => `${office}/recus/${id}/annuler`,
  settings: `${office}/reglages`,
  ownReceipt: (secret: string, id: string) => `/adhesion/${secret}/recus-fiscaux/${id}`,
  accounts: `${office}/comptabilite`,
  inbox: `${office}/rapprochement`,
  addIncoming: `${office}/rapprochement/ajouter`,
  readOnline: `${office}/rapprochement/helloasso`,
  incoming: (id: string) => `${office}/rapprochement/${id}`,
  incomingAct: (id: string, act: string) => `${office}/rapprochement/${id}/${act}`,
  benefits: `${office}/avantages`,
  benefit: (id: string) => `${office}/avantages/${id}`,
  noteUse: (membershipId: string) => `${office}/adherents/${membershipId}/avantage`,
  statements: `${office}/annee`,
  year: (secret: string) => `/mon-adhesion/${secret}`,
  yearFile: (secret: string) => `/mon-adhesion/${secret}/annee.pdf`,
  ownYear: '/mon-compte/adhesion',
  figures: `${office}/chiffres`,
  showcase: '/adherents',
  agreements,
  newAgreement: `${agreements}/nouvelle`,
  agreement: (id: string) => `${agreements}/${id}`,
  agreementAct: (id: string, act: string) => `${agreements}/${id}/${act}`,
} as const;
