import { sql } from 'drizzle-orm';
import type { MailAnswers } from '#platform/contributions/module.ts';

/** Who asked the hub something from a page, for the mailings that led there. */
export const adviceAnswers: MailAnswers = {
  label: ['demande au pôle', 'demandes au pôle'],
  acts: () => sql`select r.id, null::text as kind, null::uuid as item_id, r.came_from as path, r.person_id, r.email, r.name,
      r.received_at as at
    from advice_requests r where r.came_from <> ''`,
};
