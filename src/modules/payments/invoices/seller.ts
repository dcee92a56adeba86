/** What an invoice says of the hub, as it was the day it was issued. */
export interface Seller {
  name: string;
  address: string;
  siren: string;
  /** Number of declaration as a training body. */
  trainingNumber: string;
  email: string;
  phone: string;
  vatWords: string;
  /** Terms of payment and penalties. */
  terms: string;
  words: string;
  accountHolder: string;
  iban: string;
  bic: string;
}
