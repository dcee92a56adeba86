import { sql } from 'drizzle-orm';
import { rowsAbout } from '#modules/identity/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { ThreadEntry, ThreadSubject } from '#platform/contributions/module.ts';
import { threadEntries } from '#platform/contributions/thread-lines.ts';

/** What a person asked the hub, and when she was answered. */
export async function adviceThread(ctx: Context, subject: ThreadSubject): Promise<ThreadEntry[]> {
  if (!('personId' in subject)) return [];
  const asked = rowsAbout(subject.personId, { personId: sql`r.person_id`, email: sql`r.email`, name: sql`r.name` });
  const title = sql`coalesce(nullif(r.subject, ''), left(r.question, 120) || case when length(r.question) > 120 then '…' else '' end)`;
  const href = sql`'/gestion/demandes/' || r.id`;
  const messages = sql`advice_messages m join advice_requests r on r.hub_id = m.hub_id and r.id = m.request_id where ${asked}`;
  return threadEntries(ctx.db, [
    {
      kind: 'Demande',
      at: sql`r.received_at`,
      title,
      detail: sql`case r.state when 'waiting' then 'en attente' when 'taken' then 'en cours' when 'answered' then 'répondue' else 'close' end`,
      href,
      from: sql`advice_requests r where r.forgotten_at is null and ${asked}`,
    },
    {
      kind: 'Demande',
      at: sql`m.at`,
      title: sql`'A ajouté un message : ' || left(m.text, 120)`,
      href,
      from: sql`${messages} and m.kind = 'asker'`,
    },
    {
      kind: 'Réponse du pôle',
      at: sql`m.at`,
      title,
      href,
      from: sql`${messages} and m.kind = 'answer'`,
      isInternal: true,
    },
    { kind: 'Appel', at: sql`m.at`, title: sql`left(m.text, 160)`, href, from: sql`${messages} and m.kind = 'call'` },
  ]);
}
