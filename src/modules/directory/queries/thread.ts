import { sql } from 'drizzle-orm';
import { rowsAbout } from '#modules/identity/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { ThreadEntry, ThreadSubject } from '#platform/contributions/module.ts';
import { threadEntries } from '#platform/contributions/thread-lines.ts';

/** What was proposed for the directory, by a person or about a structure, and when its sheet was confirmed. */
export async function directoryThread(ctx: Context, subject: ThreadSubject): Promise<ThreadEntry[]> {
  const isPerson = 'personId' in subject;
  const concerned = isPerson
    ? rowsAbout(subject.personId, { personId: sql`null::uuid`, email: sql`s.from_email`, name: sql`s.from_name` })
    : sql`s.organization_id = ${subject.organizationId}::uuid`;
  const suggested = {
    kind: 'Proposition pour l’annuaire',
    at: sql`s.created_at`,
    title: sql`case s.kind when 'new' then 'Structure à ajouter' when 'claim' then 'Prise en main de la fiche' else 'Correction' end || coalesce(' : ' || o.name, '')`,
    detail: sql`case s.status when 'waiting' then 'à lire' when 'refused' then 'refusée' else 'acceptée' end`,
    href: sql`'/gestion/annuaire/moderation'`,
    from: sql`organization_suggestions s left join organizations o on o.hub_id = s.hub_id and o.id = s.organization_id where ${concerned}`,
  };
  if (isPerson) return threadEntries(ctx.db, [suggested]);
  const own = sql`organizations o where o.id = ${subject.organizationId}::uuid`;
  return threadEntries(ctx.db, [
    suggested,
    { kind: 'Annuaire', at: sql`o.published_at`, title: sql`'Fiche publiée'`, from: own, isInternal: true },
    { kind: 'Annuaire', at: sql`o.confirmed_at`, title: sql`'Fiche confirmée'`, from: own },
  ]);
}
