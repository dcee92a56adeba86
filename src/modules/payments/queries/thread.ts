import { sql } from 'drizzle-orm';
import { rowsAbout } from '#modules/identity/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { ThreadEntry, ThreadSubject } from '#platform/contributions/module.ts';
import { threadEntries } from '#platform/contributions/thread-lines.ts';

/** What a person was asked to pay, what came in, and the papers issued. */
export async function paymentsThread(ctx: Context, subject: ThreadSubject): Promise<ThreadEntry[]> {
  if (!('personId' in subject)) return [];
  const owed = rowsAbout(subject.personId, {
    personId: sql`c.person_id`,
    email: sql`c.payer_email`,
    name: sql`c.payer_name`,
  });
  const common = { title: sql`c.label`, href: sql`'/gestion/paiements/' || c.id` };
  return threadEntries(ctx.db, [
    {
      ...common,
      kind: 'Somme due',
      at: sql`c.created_at`,
      cents: sql`c.amount`,
      from: sql`charges c where c.cancelled_at is null and ${owed}`,
      isInternal: true,
    },
    {
      ...common,
      kind: 'Paiement',
      at: sql`e.at`,
      cents: sql`e.amount`,
      detail: sql`case e.way when 'online' then 'en ligne' when 'cheque' then 'par chèque' when 'transfer' then 'par virement'
        when 'cash' then 'en espèces' else 'sur place' end`,
      from: sql`payment_entries e join charges c on c.hub_id = e.hub_id and c.id = e.charge_id where ${owed}`,
    },
    {
      ...common,
      kind: 'Papier',
      at: sql`i.created_at`,
      cents: sql`i.total`,
      detail: sql`case i.kind when 'invoice' then 'facture' when 'credit_note' then 'avoir' else 'reçu' end || ' de ' || i.year`,
      from: sql`invoices i join charges c on c.hub_id = i.hub_id and c.id = i.charge_id where ${owed}`,
      isInternal: true,
    },
  ]);
}
