/** Where a payment that nobody announced was read. */
export const incomingSources = ['helloasso', 'bank', 'cheque', 'other'] as const;
export type IncomingSource = (typeof incomingSources)[number];

export const sourceLabels: Readonly<Record<IncomingSource, string>> = {
  helloasso: 'HelloAsso',
  bank: 'Relevé de banque',
  cheque: 'Chèque',
  other: 'Autre',
};

/** `matched`: it paid for somebody; `aside`: it is no matter of membership; `returned`: the payer got it back. */
export const incomingStates = ['waiting', 'matched', 'aside', 'returned'] as const;
export type IncomingState = (typeof incomingStates)[number];
