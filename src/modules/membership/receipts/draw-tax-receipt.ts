import { paymentWayNames } from '#modules/payments/index.ts';
import { formatDate, formatMoney } from '#platform/french/index.ts';
import { createDocument, type PaperIdentity } from '#platform/pdf/index.ts';
import { amountInLetters } from './domain/amount-in-letters.ts';
import { taxReceiptNumber } from './domain/gift.ts';
import type { TaxReceiptRow } from './queries/tax-receipts.ts';

const quality = {
  none: '',
  general_interest: 'Œuvre ou organisme d’intérêt général',
  public_utility: 'Association ou fondation reconnue d’utilité publique',
} as const;

/** What each kind of donor may deduct, and the model that the receipt follows. */
const models = {
  person: { cerfa: '11580*05', article: 'l’article 200 du code général des impôts' },
  company: { cerfa: '16216*01', article: 'l’article 238 bis du code général des impôts' },
} as const;

/** Draws a receipt with what its model asks (CGI, annexe III, art. 49 septdecies… and arrêté of the models). */
export async function drawTaxReceipt(receipt: TaxReceiptRow, paper: PaperIdentity): Promise<Uint8Array> {
  const { issuer, donor } = receipt;
  const { cerfa, article } = models[donor];
  const number = taxReceiptNumber(receipt);
  const title = `Reçu au titre des dons ${number}`;
  const pdf = await createDocument({ title, identity: paper, date: receipt.createdAt });
  pdf.heading(title, { level: 1 });
  pdf.paragraph(`Mentions du modèle Cerfa n° ${cerfa}, ${article}.`, { size: 9.5, colour: 'muted', after: 10 });
  if (receipt.cancelledAt)
    pdf.paragraph(`ANNULÉ le ${formatDate(receipt.cancelledAt)} : ${receipt.cancelReason}`, { bold: true, after: 10 });
  pdf.heading('L’organisme qui reçoit', { level: 2 });
  pdf.facts([
    { label: 'Dénomination', value: issuer.name },
    { label: 'Adresse', value: issuer.address },
    { label: 'SIREN', value: issuer.siren },
    { label: 'RNA', value: issuer.rna },
    { label: 'Objet', value: issuer.object },
    { label: 'Qualité', value: quality[issuer.status] },
  ]);
  pdf.gap(8).heading(donor === 'person' ? 'La personne qui donne' : 'L’entreprise qui donne', { level: 2 });
  pdf.facts([
    { label: donor === 'person' ? 'Nom et prénom' : 'Dénomination', value: receipt.donorName },
    { label: 'Adresse', value: receipt.donorAddress },
    { label: 'SIREN', value: receipt.donorSiren },
  ]);
  pdf.gap(8).heading('Le don', { level: 2 });
  pdf.facts([
    { label: 'Somme', value: formatMoney(receipt.amount, { cents: 'always' }) },
    { label: 'En toutes lettres', value: amountInLetters(receipt.amount) },
    { label: 'Date du versement', value: formatDate(receipt.paidOn) },
    { label: 'Forme du don', value: 'Déclaration de don manuel' },
    { label: 'Nature du don', value: 'Numéraire' },
    { label: 'Mode de versement', value: paymentWayNames[receipt.way] },
  ]);
  pdf.gap(8);
  pdf.paragraph(
    `Le bénéficiaire certifie sur l’honneur que les dons et versements qu’il reçoit ouvrent droit à la réduction d’impôt prévue à ${article}, et que la somme ci-dessus a été versée sans contrepartie.`,
  );
  pdf.gap(10);
  pdf.paragraph(
    `${issuer.place ? `Fait à ${issuer.place}, le ` : 'Le '}${formatDate(receipt.issuedOn)}. Numéro d’ordre du reçu : ${number}.`,
  );
  pdf.signatures([{ label: [issuer.signatory, issuer.signatoryRole].filter(Boolean).join(', ') }], { height: 70 });
  return pdf.finish();
}
