import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepMemberships } from '../../policy.ts';
import { receiptStatuses } from '../domain/issuer.ts';
import { moneySettings } from '../queries/money-settings.ts';
import { membershipMoneySettings } from '../tables.ts';

const line = (most: number) => z.string().trim().max(most, `C’est trop long : ${most} caractères au plus.`).default('');
const account = z
  .string()
  .trim()
  .regex(/^\w{1,12}$/, 'Un numéro de compte : des chiffres, des lettres.');

/** Whether the hub gives tax receipts, who signs them, and the accounts of its bookkeeping. */
export const saveMoneySettings = command({
  name: 'membership.save-money-settings',
  input: z.object({
    version: z.coerce.number().int().min(0).default(0),
    receiptStatus: z.enum(receiptStatuses, 'Choisissez une réponse.').default('none'),
    duesAreGifts: z.boolean().default(false),
    object: line(600),
    signatory: line(120),
    signatoryRole: line(80),
    place: line(80),
    accountBank: account.default('512000'),
    accountCheques: account.default('511200'),
    accountCash: account.default('530000'),
    accountOnline: account.default('517000'),
    accountDues: account.default('756000'),
    accountGifts: account.default('754100'),
  }),
  allow: mayKeepMemberships,
  async run(work, { version, ...fields }) {
    if (fields.receiptStatus !== 'none') {
      const missing = {
        ...(fields.object ? {} : { object: 'Le reçu doit dire l’objet de l’association.' }),
        ...(fields.signatory ? {} : { signatory: 'Dites qui signe.' }),
      };
      if (Object.keys(missing).length > 0) return refuse('unclear_fields', { fields: missing });
    }
    const written = { ...fields, updatedAt: work.now() };
    const [inserted] = await work.db.insert(membershipMoneySettings).values(written).onConflictDoNothing().returning();
    if (!inserted) {
      await work.db.select().from(membershipMoneySettings).for('update');
      if ((await moneySettings(work.db)).version !== version) return refuse('edited_meanwhile');
      await work.db.update(membershipMoneySettings).set({ ...written, version: version + 1 });
    }
    work.record({
      subjectKind: 'membership-settings',
      subjectId: null,
      summary: 'Réglages des reçus et de la comptabilité modifiés',
    });
    return accept(null);
  },
});
