import { sql } from 'drizzle-orm';
import { rowsAbout } from '#modules/identity/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { ThreadEntry, ThreadSubject } from '#platform/contributions/module.ts';
import { threadEntries } from '#platform/contributions/thread-lines.ts';

/** What a person received of what is written to many, what she asked for, and when she stopped. */
export async function mailingThread(ctx: Context, subject: ThreadSubject): Promise<ThreadEntry[]> {
  if (!('personId' in subject)) return [];
  const own = (personId: string) => ({
    copies: rowsAbout(personId, { personId: sql`d.person_id`, email: sql`d.address`, name: sql`d.name` }),
    replies: rowsAbout(personId, { personId: sql`r.person_id`, email: sql`r.address`, name: sql`r.name` }),
    subscriptions: rowsAbout(personId, { personId: sql`s.person_id`, email: sql`s.address`, name: sql`s.name` }),
  });
  const { copies, replies, subscriptions } = own(subject.personId);
  const ofCopies = sql`mailing_deliveries d join mailings m on m.hub_id = d.hub_id and m.id = d.mailing_id`;
  const href = sql`'/gestion/envois/' || m.id`;
  return threadEntries(ctx.db, [
    {
      kind: 'Mail reçu',
      from: sql`${ofCopies} where d.state in ('sent', 'uncertain', 'refused') and ${copies}`,
      at: sql`coalesce(d.settled_at, d.claimed_at)`,
      title: sql`m.title`,
      detail: sql`case d.state when 'refused' then 'refusé par la messagerie' when 'uncertain' then 'arrivée incertaine' end`,
      href,
      isInternal: true,
    },
    {
      kind: 'Réponse',
      from: sql`mailing_replies r join mailings m on m.hub_id = r.hub_id and m.id = r.mailing_id where ${replies}`,
      at: sql`r.received_at`,
      title: sql`'À « ' || m.title || ' »'`,
      detail: sql`left(r.body, 300)`,
      href: sql`'/gestion/envois/reponses?vue=toutes&envoi=' || m.id`,
    },
    {
      kind: 'Désabonnement',
      from: sql`${ofCopies} where d.unsubscribed_at is not null and ${copies}`,
      at: sql`d.unsubscribed_at`,
      title: sql`'Ne veut plus d’envoi, après « ' || m.title || ' »'`,
      href,
    },
    {
      kind: 'Abonnement',
      from: sql`subscription_consents c join newsletter_subscribers s on s.hub_id = c.hub_id and s.id = c.subscriber_id
        where c.act <> 'asked' and ${subscriptions}`,
      at: sql`c.at`,
      title: sql`case c.act when 'confirmed' then 'Abonnement confirmé' when 'changed' then 'Sujets ou rythme changés'
        when 'paused' then 'Envois mis en pause' else 'Abonnement terminé' end`,
      detail: sql`nullif(c.source, '')`,
    },
  ]);
}
