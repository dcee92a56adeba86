/** Ways to pay, as the payer chooses them and as the team notes them. */
export const ways = ['online', 'cheque', 'transfer', 'cash', 'on_site'] as const;
export type Way = (typeof ways)[number];

/** Ways that the team notes by hand; what is paid online is read from the provider only. */
export const notedWays = ['cheque', 'transfer', 'cash', 'on_site'] as const satisfies readonly Way[];

export const wayNames: Readonly<Record<Way, string>> = {
  online: 'Carte bancaire (HelloAsso)',
  cheque: 'Chèque',
  transfer: 'Virement',
  cash: 'Espèces',
  on_site: 'Sur place',
};
