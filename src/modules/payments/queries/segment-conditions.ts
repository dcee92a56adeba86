import { sql } from 'drizzle-orm';
import type { SegmentCondition } from '#platform/contributions/module.ts';
import { peopleBehind } from '#modules/identity/index.ts';

const group = 'Paiements';

/** What payments say of people. */
export const paymentConditions: readonly SegmentCondition[] = [
  {
    key: 'payments.owes',
    group,
    label: 'a quelque chose à régler',
    contrary: 'n’a rien à régler',
    people: () =>
      peopleBehind(sql`select r.person_id, r.payer_email as email, r.payer_name as name from charges r
        where r.state in ('due', 'refused', 'pending')`),
  },
  {
    key: 'payments.late',
    group,
    label: 'est en retard pour un règlement',
    contrary: 'n’est en retard pour aucun règlement',
    people: (_value, { today }) =>
      peopleBehind(sql`select r.person_id, r.payer_email as email, r.payer_name as name from charges r
        where r.state in ('due', 'refused') and r.due_on < ${today.toString()}`),
  },
];
