import { formatDate, formatMoney } from '#platform/french/index.ts';
import { createDocument, type PaperIdentity } from '#platform/pdf/index.ts';
import { writtenIban } from '../domain/iban.ts';
import { invoiceNames, invoiceNumber } from '../domain/invoice-numbers.ts';
import type { invoices } from '../tables.ts';

const money = (amount: number): string => formatMoney(amount, { cents: 'always' });

/** Draws an invoice, a credit note or a receipt, with what the law asks (CGI, annexe II, art. 242 nonies A). */
export async function drawInvoice(
  invoice: typeof invoices.$inferSelect,
  paper: PaperIdentity,
  cancels: string | null,
): Promise<Uint8Array> {
  const { seller, kind, lines, total, settled } = invoice;
  const number = invoiceNumber(invoice);
  const title = `${invoiceNames[kind]} ${number}`;
  const identity = {
    ...paper,
    name: seller.name,
    lines: [
      ...seller.address.split('\n'),
      [seller.phone, seller.email].filter(Boolean).join(' · '),
      seller.siren && `${seller.siren.length === 14 ? 'SIRET' : 'SIREN'} ${seller.siren}`,
      seller.trainingNumber && `Déclaration d’activité n° ${seller.trainingNumber}`,
    ].filter((line) => line !== ''),
  };
  const pdf = await createDocument({ title, identity, date: invoice.createdAt });
  pdf.heading(title, { level: 1 });
  pdf.columns([1, 1], (column, at) => {
    if (at === 0)
      column.facts([
        { label: 'Date', value: formatDate(invoice.issuedOn) },
        { label: 'Échéance', value: invoice.dueOn ? formatDate(invoice.dueOn) : '' },
        { label: 'Annule la facture', value: cancels ?? '' },
        { label: kind === 'credit_note' ? 'Motif' : 'Référence', value: invoice.reference },
      ]);
    else {
      column.paragraph(kind === 'receipt' ? 'Reçu de' : 'Adressée à', { colour: 'muted', after: 2 });
      column.paragraph(invoice.buyerName, { bold: true, after: 2 });
      column.paragraph(
        [invoice.buyerAddress, invoice.buyerSiren && `SIREN ${invoice.buyerSiren}`].filter(Boolean).join('\n'),
      );
    }
  });
  pdf.gap(12);
  pdf.table({
    caption: 'Détail',
    columns: [
      { label: 'Désignation', share: 5, isHeader: true },
      { label: 'Quantité', align: 'right' },
      { label: 'Prix unitaire', share: 1.4, align: 'right' },
      { label: 'Montant', share: 1.4, align: 'right' },
    ],
    rows: [
      ...lines.map((line) => [
        line.label,
        String(line.quantity),
        money(line.unitPrice),
        money(line.quantity * line.unitPrice),
      ]),
      [{ text: 'Total', bold: true }, '', '', { text: money(total), bold: true }],
    ],
  });
  pdf.gap(8);
  if (kind === 'receipt') pdf.paragraph(`Somme reçue : ${money(settled)}. ${invoice.settlement}.`, { bold: true });
  else if (kind === 'invoice' && settled >= total)
    pdf.paragraph(`Facture acquittée. ${invoice.settlement}.`, { bold: true });
  else if (kind === 'invoice') {
    pdf.facts([
      { label: 'Déjà reçu', value: settled > 0 ? `${money(settled)} (${invoice.settlement})` : '' },
      { label: 'Reste à payer', value: money(total - settled) },
    ]);
    if (seller.iban)
      pdf.facts([
        { label: 'Par virement à', value: seller.accountHolder || seller.name },
        { label: 'IBAN', value: writtenIban(seller.iban) },
        { label: 'BIC', value: seller.bic },
        { label: 'Avec la mention', value: number },
      ]);
  }
  pdf.gap(8);
  if (seller.vatWords) pdf.paragraph(seller.vatWords, { size: 9.5 });
  if (kind === 'invoice') pdf.paragraph(seller.terms, { size: 9, colour: 'muted' });
  if (seller.words) pdf.paragraph(seller.words, { size: 9, colour: 'muted' });
  return pdf.finish();
}
