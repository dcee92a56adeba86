/** How the hub of the demonstration is paid: an invented account whose digits agree, and a bank that does not exist. */
export const demoWays = {
  accountHolder: 'Pôle ESS des Vallons',
  iban: 'FR7630006000011234567890189',
  bic: 'ESSAFRPPXXX',
  chequeOrder: 'Pôle ESS des Vallons',
  chequeAddress: 'Pôle ESS des Vallons\n1 place des Initiatives imaginaires\n35470 Bain-de-Bretagne',
  takesOnSite: true,
} as const;

/** What its invoices say. */
export const demoInvoiceWords = {
  sellerName: 'Association Pôle ESS des Vallons',
  sellerAddress: '',
  siren: '',
  trainingNumber: '',
  vatRule: 'nonprofit',
  paymentDays: 30,
  invoiceWords: 'Merci de faire vivre l’économie d’ici. Une question sur cette facture ? Écrivez-nous, on répond.',
} as const;
