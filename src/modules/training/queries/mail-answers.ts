import { sql } from 'drizzle-orm';
import type { MailAnswers } from '#platform/contributions/module.ts';

/** Who enrolled in a course, or asked to hear of its next session, for the mailings that told of it. */
export const trainingAnswers: readonly MailAnswers[] = [
  {
    label: ['inscription', 'inscriptions'],
    // A mailing tells of a course, or of the event of one session: there, who registered is told by the registrations.
    acts: () => sql`select coalesce(t.registration_id, t.id) as id, told.kind, told.item_id, null::text as path, t.person_id, t.email, t.name, t.created_at as at
      from training_trainees t join training_sessions s on s.hub_id = t.hub_id and s.id = t.session_id
      cross join lateral (values ('course', s.course_id), ('event', s.event_id)) told (kind, item_id)
      where t.state = 'enrolled' and (told.kind = 'course' or t.registration_id is null)`,
  },
  {
    label: ['demande d’être prévenu·e', 'demandes d’être prévenu·e'],
    acts: () => sql`select i.id, 'course' as kind, i.course_id as item_id, null::text as path, null::uuid as person_id, i.email,
        i.name, i.asked_at as at
      from training_interests i where i.confirmed_at is not null`,
  },
];
