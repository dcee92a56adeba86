import { openVault } from '#modules/identity/index.ts';
import { inWork } from '#modules/identity/testing/builders.ts';
import { depositCheques } from '#modules/payments/commands/deposit-cheques.ts';
import { issuePaper } from '#modules/payments/commands/issue-paper.ts';
import { keepCheckout } from '#modules/payments/commands/keep-checkout.ts';
import { notePayment } from '#modules/payments/commands/note-payment.ts';
import { openCharge } from '#modules/payments/commands/open-charge.ts';
import { receiveNotice } from '#modules/payments/commands/receive-notice.ts';
import { saveAccount, saveInvoiceWords, saveWays } from '#modules/payments/commands/save-payment-settings.ts';
import { openPaymentLinks } from '#modules/payments/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import type { TestHub, TestSite } from '#tests/support/app.ts';

/** What payments left in a hub. */
export interface FilledPayments {
  charge: string;
  /** The secret of the page where it is paid. */
  secret: string;
  invoice: string;
  /** Names of its file, in the office and for the payer. */
  invoiceFile: string;
  paper: string;
  deposit: string;
  notificationSecret: string;
}

/** A sum owed, begun by card, then paid by a cheque carried to the bank, and its invoice. `words` in every free text. */
export async function fillPayments(
  site: TestSite,
  _hub: TestHub,
  ctx: Context,
  words: string,
): Promise<FilledPayments> {
  const { secret: root } = site.site.deps.settings;
  const links = openPaymentLinks(root);
  const account = {
    helloassoSlug: 'pole-essai',
    helloassoClientId: words.slice(0, 100),
    clientSecret: words,
    signatureKey: '',
  };
  unwrap(await execute(ctx, saveAccount(openVault(root)), account));
  const holder = words.slice(0, 140);
  const ways = { accountHolder: holder, chequeOrder: holder, chequeAddress: words.slice(0, 400), version: 1 };
  unwrap(await execute(ctx, saveWays, ways));
  const papers = {
    sellerName: words.slice(0, 200),
    sellerAddress: words.slice(0, 400),
    trainingNumber: words.slice(0, 40),
  };
  const vat = { vatRule: 'other', vatWords: words.slice(0, 300), invoiceWords: words.slice(0, 600), version: 2 };
  unwrap(await execute(ctx, saveInvoiceWords, { ...papers, ...vat }));
  const letters =
    words
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '')
      .slice(0, 20) || 'essai';
  const { id: charge, amount } = await inWork(ctx, (work) =>
    openCharge(work, links, {
      subject: { module: 'essai', id: ctx.newId() },
      label: words.slice(0, 200),
      lines: [{ label: words.slice(0, 200), quantity: 1, unitPrice: 4200 }],
      payer: { name: words.slice(0, 200), email: `paie@${letters}.example`, address: words.slice(0, 400) },
      ways: ['online', 'cheque', 'transfer'],
      backPath: '/agenda',
    }),
  );
  const providerId = 7_000_001;
  unwrap(await execute({ ...ctx, actor: null }, keepCheckout, { chargeId: charge, providerId, amount }));
  const notice = { fingerprint: `empreinte de l’essai ${letters}`, kind: 'Payment', hint: { providerId } };
  unwrap(await execute({ ...ctx, actor: null }, receiveNotice, notice));
  const cheque = {
    chargeId: charge,
    way: 'cheque',
    number: words.slice(0, 60),
    bank: words.slice(0, 80),
    note: words.slice(0, 300),
  };
  const { entryId } = unwrap(await execute(ctx, notePayment, { ...cheque, amount: 2000 }));
  const { id: deposit } = unwrap(await execute(ctx, depositCheques, { entryIds: [entryId] }));
  const buyer = { buyerName: words.slice(0, 200), buyerAddress: words.slice(0, 400), reference: words.slice(0, 120) };
  const { id: invoice } = unwrap(await execute(ctx, issuePaper, { chargeId: charge, kind: 'invoice', ...buyer }));
  return {
    charge,
    secret: links.secretOf(ctx.hubId, charge),
    invoice,
    invoiceFile: `${invoice}.pdf`,
    paper: `${invoice}.pdf`,
    deposit,
    notificationSecret: links.notificationSecret(ctx.hubId),
  };
}
