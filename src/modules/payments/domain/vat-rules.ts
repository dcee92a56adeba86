/** Why no VAT is asked, as an invoice must say (CGI, annexe II, art. 242 nonies A). */
export const vatRules = ['franchise', 'training', 'nonprofit', 'other'] as const;
export type VatRule = (typeof vatRules)[number];

export const vatWords: Readonly<Record<Exclude<VatRule, 'other'>, string>> = {
  franchise: 'TVA non applicable, art. 293 B du CGI',
  training: 'Exonération de TVA, art. 261-4-4° a du CGI (formation professionnelle continue)',
  nonprofit: 'Exonération de TVA, art. 261-7-1° du CGI (organisme sans but lucratif)',
};
