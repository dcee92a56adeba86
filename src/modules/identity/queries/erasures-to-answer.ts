import { asc, eq, isNull } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import { mayKeepPeople } from '../policy.ts';
import { erasureRequests, persons } from '../tables.ts';
import { paths } from '../paths.ts';

/** The erasures asked for, which staff must answer within a month (RGPD, article 12). */
export async function erasuresToAnswer(ctx: Context): Promise<TodoEntry[]> {
  if (!mayKeepPeople(ctx.actor)) return [];
  const asked = await ctx.db
    .select({ personId: persons.id, name: persons.displayName, since: erasureRequests.requestedAt })
    .from(erasureRequests)
    .innerJoin(persons, eq(persons.id, erasureRequests.personId))
    .where(isNull(erasureRequests.handledAt))
    .orderBy(asc(erasureRequests.requestedAt))
    .limit(20);
  return asked.map(({ personId, name, since }) => ({
    group: 'waiting',
    title: `${name} demande l’effacement de ses données`,
    detail: 'La loi laisse un mois pour répondre.',
    action: { label: 'Voir', path: paths.person(personId) },
    since,
    hue: 'danger',
  }));
}
