import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepPayments } from '../policy.ts';
import type { SecretBox } from '../ports.ts';
import { readPaymentSettings, type PaymentSettings } from '../queries/payment-settings.ts';
import { paymentSettings } from '../tables.ts';
import { accountFields, invoiceFields, wayFields } from './settings-fields.ts';

const version = z.coerce.number().int().min(0).default(0);

/** Ways to pay other than online. */
export const saveWays = command({
  name: 'payments.save-ways',
  input: wayFields.extend({ version }),
  allow: mayKeepPayments,
  run: (work, { version: read, ...fields }) => keep(work, read, fields, 'Moyens de paiement modifiés'),
});

/** What invoices say of the hub. */
export const saveInvoiceWords = command({
  name: 'payments.save-invoice-words',
  input: invoiceFields.extend({ version }),
  allow: mayKeepPayments,
  run: (work, { version: read, ...fields }) => keep(work, read, fields, 'Mentions des factures modifiées'),
});

/** The account of the hub at HelloAsso. Its secrets are sealed, and never shown again. */
export const saveAccount = (vault: SecretBox) =>
  command({
    name: 'payments.save-account',
    input: accountFields.extend({ version, removes: z.boolean().default(false) }),
    allow: mayKeepPayments,
    async run(work, { version: read, removes, clientSecret, signatureKey, ...named }) {
      const gone = {
        helloassoSlug: '',
        helloassoClientId: '',
        helloassoClientSecret: null,
        helloassoSignatureKey: null,
      };
      const checked = { checkedAt: null, checkProblem: null };
      if (removes) return keep(work, read, { ...gone, ...checked }, 'Compte HelloAsso retiré');
      const kept = await readPaymentSettings(work.db);
      const fields: Record<string, string> = {};
      if (!named.helloassoSlug) fields['helloassoSlug'] = 'Dites de quelle association il s’agit.';
      if (!named.helloassoClientId) fields['helloassoClientId'] = 'Copiez l’identifiant client.';
      if (!clientSecret && !kept?.helloassoClientSecret) fields['clientSecret'] = 'Copiez le secret client.';
      if (Object.keys(fields).length > 0) return refuse('unclear_fields', { fields });
      const secrets = {
        ...(clientSecret ? { helloassoClientSecret: await vault.seal(clientSecret) } : {}),
        ...(signatureKey ? { helloassoSignatureKey: await vault.seal(signatureKey) } : {}),
      };
      return keep(work, read, { ...named, ...secrets, ...checked }, 'Compte HelloAsso relié');
    },
  });

/** Keeps how the account answered when it was last tried. */
export const noteCheck = command({
  name: 'payments.note-check',
  input: z.object({ problem: z.string().max(200).nullable() }),
  allow: mayKeepPayments,
  async run(work, { problem }) {
    await work.db.update(paymentSettings).set({ checkedAt: work.now(), checkProblem: problem });
    const summary = problem === null ? 'Compte HelloAsso vérifié' : 'Compte HelloAsso vérifié : il ne répond pas';
    work.record({ subjectKind: 'payment-settings', subjectId: null, summary });
    return accept(null);
  },
});

async function keep(
  work: CommandContext,
  read: number,
  change: Partial<Omit<PaymentSettings, 'hubId' | 'version'>>,
  summary: string,
) {
  const written = { ...change, updatedAt: work.now() };
  const [inserted] = await work.db
    .insert(paymentSettings)
    .values(written)
    .onConflictDoNothing()
    .returning({ version: paymentSettings.version });
  if (!inserted) {
    const [stored] = await work.db.select().from(paymentSettings).for('update');
    if (stored?.version !== read) return refuse('edited_meanwhile');
    await work.db.update(paymentSettings).set({ ...written, version: read + 1 });
  }
  work.record({ subjectKind: 'payment-settings', subjectId: null, summary });
  return accept(null);
}
