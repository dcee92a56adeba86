import { sql } from 'drizzle-orm';
import type { SegmentCondition } from '#platform/contributions/module.ts';
import { peopleBehind } from '#modules/identity/index.ts';

const group = 'Conseil';

/** What requests for advice say of people. */
export const adviceConditions: readonly SegmentCondition[] = [
  {
    key: 'advice.asked',
    group,
    label: 'a déjà demandé un conseil',
    contrary: 'n’a jamais demandé de conseil',
    people: () =>
      peopleBehind(sql`select r.person_id, r.email, r.name from advice_requests r where r.forgotten_at is null`),
  },
  {
    key: 'advice.waits',
    group,
    label: 'attend une réponse du pôle',
    contrary: 'n’attend pas de réponse du pôle',
    people: () =>
      peopleBehind(sql`select r.person_id, r.email, r.name from advice_requests r
        where r.forgotten_at is null and r.waiting_since is not null`),
  },
];
