import { sql } from 'drizzle-orm';
import type { MailAnswers } from '#platform/contributions/module.ts';

/** Who registered to an event, for the mailings that told of it. */
export const registrationAnswers: MailAnswers = {
  label: ['inscription', 'inscriptions'],
  acts: () => sql`select r.id, 'event' as kind, p.event_id as item_id, null::text as path, r.person_id,
      coalesce(r.email, b.email) as email, r.name, r.created_at as at
    from registrations r join registration_pools p on p.hub_id = r.hub_id and p.id = r.pool_id
    join registration_bookings b on b.hub_id = r.hub_id and b.id = r.booking_id
    where r.state in ('confirmed', 'waiting', 'offered')`,
};
