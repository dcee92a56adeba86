/** Public page of a charge. */
export const payPath = (secret: string): string => `/payer/${secret}`;

export const paths = {
  pay: payPath,
  payReturn: (secret: string) => `${payPath(secret)}/retour`,
  receipt: (secret: string, id: string) => `${payPath(secret)}/papiers/${id}.pdf`,
  notification: (secret: string) => `/paiements/helloasso/${secret}`,
  list: '/gestion/paiements',
  bulk: '/gestion/paiements/lot',
  ledger: '/gestion/paiements/registre',
  charge: (id: string) => `/gestion/paiements/${id}`,
  note: (id: string) => `/gestion/paiements/${id}/encaisser`,
  takeBack: (id: string) => `/gestion/paiements/${id}/contre-passer`,
  refund: (id: string) => `/gestion/paiements/${id}/rembourser`,
  cancel: (id: string) => `/gestion/paiements/${id}/annuler`,
  verify: (id: string) => `/gestion/paiements/${id}/verifier`,
  invoice: (id: string) => `/gestion/paiements/${id}/papiers`,
  deposits: '/gestion/paiements/remises',
  deposit: (id: string) => `/gestion/paiements/remises/${id}`,
  invoices: '/gestion/paiements/factures',
  invoiceFile: (id: string) => `/gestion/paiements/factures/${id}.pdf`,
  cancelInvoice: (id: string) => `/gestion/paiements/factures/${id}/avoir`,
  settings: '/gestion/paiements/reglages',
  accountSettings: '/gestion/paiements/reglages/helloasso',
  checkAccount: '/gestion/paiements/reglages/helloasso/verifier',
  invoiceSettings: '/gestion/paiements/reglages/factures',
  depositFile: (id: string) => `/gestion/paiements/remises/${id}.pdf`,
} as const;
