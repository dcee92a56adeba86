/** Why a hub may give tax receipts, if it may (CGI, art. 200 and 238 bis). */
export const receiptStatuses = ['none', 'general_interest', 'public_utility'] as const;
export type ReceiptStatus = (typeof receiptStatuses)[number];

export const statusWords: Readonly<Record<ReceiptStatus, string>> = {
  none: 'Non, ou nous ne savons pas',
  general_interest: 'Oui : œuvre ou organisme d’intérêt général',
  public_utility: 'Oui : association ou fondation reconnue d’utilité publique',
};

/** The hub as a receipt presents it, as it was the day it was given. */
export interface ReceiptIssuer {
  name: string;
  address: string;
  siren: string;
  rna: string;
  object: string;
  status: ReceiptStatus;
  signatory: string;
  signatoryRole: string;
  place: string;
}

/** What is missing for the hub to give receipts, in French; nothing when it may. */
export function missingFor(issuer: ReceiptIssuer): string[] {
  if (issuer.status === 'none') return ['dire que votre organisme peut en donner'];
  return [
    ...(issuer.address ? [] : ['l’adresse du pôle, dans les réglages du site']),
    ...(issuer.siren || issuer.rna ? [] : ['le SIREN ou le numéro RNA, dans les mentions légales']),
    ...(issuer.object ? [] : ['l’objet de l’association']),
    ...(issuer.signatory ? [] : ['qui signe']),
  ];
}
