import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { listing } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepMemberships } from '../../policy.ts';
import { benefitsWorthMoney } from '../../benefits/queries/benefits.ts';
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
    /** Read that some benefits are worth money, and says that dues are a gift all the same. */
    acknowledgesReturns: z.boolean().default(false),
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
  async run(work, { version, acknowledgesReturns, ...fields }) {
    if (fields.receiptStatus !== 'none') {
      const missing = {
        ...(fields.object ? {} : { object: 'Le reçu doit dire l’objet de l’association.' }),
        ...(fields.signatory ? {} : { signatory: 'Dites qui signe.' }),
      };
      if (Object.keys(missing).length > 0) return refuse('unclear_fields', { fields: missing });
    }
    const returns = fields.duesAreGifts ? await benefitsWorthMoney(work.db) : [];
    if (returns.length > 0 && !acknowledgesReturns)
      return refuse('unclear_fields', {
        fields: {
          acknowledgesReturns: `Ces avantages valent de l’argent : ${listing(returns)}. Décochez « la cotisation est un don », ou cochez ici que vous l’avez vérifié.`,
        },
      });
    const acknowledged =
      returns.length > 0
        ? {
            returnsAcknowledgedAt: work.now(),
            returnsAcknowledgedBy: work.actor?.name ?? '',
            returnsAcknowledgedById: work.actor?.personId ?? null,
          }
        : { returnsAcknowledgedAt: null, returnsAcknowledgedBy: '', returnsAcknowledgedById: null };
    const written = { ...fields, ...acknowledged, updatedAt: work.now() };
    const [inserted] = await work.db.insert(membershipMoneySettings).values(written).onConflictDoNothing().returning();
    if (!inserted) {
      await work.db.select().from(membershipMoneySettings).for('update');
      if ((await moneySettings(work.db)).version !== version) return refuse('edited_meanwhile');
      await work.db.update(membershipMoneySettings).set({ ...written, version: version + 1 });
    }
    work.record({
      subjectKind: 'membership-settings',
      subjectId: null,
      summary:
        returns.length > 0
          ? `Réglages des reçus modifiés : la cotisation est un don, malgré ${listing(returns)}`.slice(0, 300)
          : 'Réglages des reçus et de la comptabilité modifiés',
    });
    return accept(null);
  },
});
