import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { ThreadEntry, ThreadSubject } from '#platform/contributions/module.ts';
import { threadEntries } from '#platform/contributions/thread-lines.ts';

/** When a person became known, what she agreed to, the last time she signed in. */
export async function identityThread(ctx: Context, subject: ThreadSubject): Promise<ThreadEntry[]> {
  if (!('personId' in subject)) return [];
  const id = sql`${subject.personId}::uuid`;
  return threadEntries(ctx.db, [
    {
      kind: 'Fiche',
      at: sql`created_at`,
      title: sql`'Ajoutée aux personnes connues du pôle'`,
      from: sql`persons where id = ${id}`,
      isInternal: true,
    },
    {
      kind: 'Accord',
      at: sql`given_at`,
      title: sql`'Accord donné : ' || wording`,
      detail: sql`source`,
      from: sql`consents where person_id = ${id}`,
    },
    {
      kind: 'Accord',
      at: sql`withdrawn_at`,
      title: sql`'Accord retiré : ' || wording`,
      from: sql`consents where person_id = ${id} and withdrawn_at is not null`,
    },
    {
      kind: 'Connexion',
      at: sql`s.last_seen_at`,
      title: sql`'Dernière visite avec son compte'`,
      from: sql`(select max(s.last_seen_at) as last_seen_at from sessions s join accounts a on a.hub_id = s.hub_id and a.id = s.account_id
        where a.person_id = ${id}) s`,
    },
    {
      kind: 'Droits',
      at: sql`requested_at`,
      title: sql`'A demandé l’effacement de ses données'`,
      from: sql`erasure_requests where person_id = ${id}`,
    },
  ]);
}
