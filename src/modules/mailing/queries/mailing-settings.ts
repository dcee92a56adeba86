import type { Reader } from '#platform/db/database.ts';
import { mailingSettings } from '../tables.ts';

export type MailingSettings = Omit<typeof mailingSettings.$inferSelect, 'hubId' | 'updatedAt'>;

/** What a hub that set nothing has. */
export const usualSettings: MailingSettings = {
  version: 0,
  senderName: '',
  replyTo: '',
  repliesTo: '',
  footerWords: '',
  weeklyBudget: 3,
  digestWeekday: 4,
  digestHour: 9,
  domainPace: 120,
};

/** How this hub writes to many. */
export async function readMailingSettings(db: Reader): Promise<MailingSettings> {
  const [row] = await db.select().from(mailingSettings);
  return row ?? usualSettings;
}
