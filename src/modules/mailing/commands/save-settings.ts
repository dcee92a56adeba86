import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mailAddress, repliesMailbox } from '../domain/settings-fields.ts';
import { mayKeepMailings } from '../policy.ts';
import { readMailingSettings } from '../queries/mailing-settings.ts';
import { mailingSettings } from '../tables.ts';

const count = (least: number, most: number) =>
  z.coerce.number({ error: 'Écrivez un nombre.' }).int().min(least, `${least} au moins.`).max(most, `${most} au plus.`);

/** How this hub writes to many: its name, where answers go, how often, how fast. */
export const saveMailingSettings = command({
  name: 'mailing.save-settings',
  input: z.object({
    version: z.coerce.number().int(),
    senderName: z.string().trim().max(120, '120 signes au plus.'),
    replyTo: mailAddress,
    repliesTo: repliesMailbox.default(''),
    footerWords: z.string().trim().max(600, '600 signes au plus.'),
    weeklyBudget: count(1, 14),
    digestWeekday: count(1, 7),
    digestHour: count(6, 20),
    domainPace: z
      .union([z.literal('').transform(() => null), count(1, 6000)])
      .nullable()
      .default(null),
  }),
  allow: mayKeepMailings,
  async run(work, { version, ...fields }) {
    const known = await readMailingSettings(work.db);
    if (known.version !== version) return refuse('changed_meanwhile');
    const values = { ...fields, version: version + 1, updatedAt: work.now() };
    await work.db
      .insert(mailingSettings)
      .values(values)
      .onConflictDoUpdate({ target: mailingSettings.hubId, set: values });
    work.record({ subjectKind: 'mailing-settings', subjectId: null, summary: 'Réglages des envois enregistrés' });
    return accept({});
  },
});
