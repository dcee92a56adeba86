import { and, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import { plural } from '#platform/french/index.ts';
import { mayRunSite } from '../../policy.ts';
import { resourceOffice } from '../../resource-paths.ts';
import { publications } from '../../tables.ts';
import { countLinks } from './web-links.ts';
import { waitingSuggestions } from './suggestions.ts';

/** What waits in the library: suggestions of readers, sheets to read again, dead links. */
export async function resourcesTodo(ctx: Context): Promise<TodoEntry[]> {
  if (!mayRunSite(ctx.actor)) return [];
  const [suggestions, due, links] = await Promise.all([waitingSuggestions(ctx.db), dueCount(ctx), countLinks(ctx.db)]);
  const dead = links.get('dead') ?? 0;
  const entries: TodoEntry[] = [];
  if (suggestions.count > 0)
    entries.push({
      group: 'to-validate',
      title: plural(suggestions.count, 'correction proposée par un lecteur', 'corrections proposées par des lecteurs'),
      detail: 'Sur les fiches de la bibliothèque.',
      action: { label: 'Lire', path: resourceOffice.suggestions },
      since: suggestions.since,
      hue: 'sky',
    });
  if (due > 0)
    entries.push({
      group: 'can-wait',
      title: plural(due, 'fiche à relire', 'fiches à relire'),
      detail: 'Un clic sur « Toujours juste », ou une correction.',
      action: { label: 'Relire', path: `${resourceOffice.list}?etat=a-relire` },
      since: null,
      hue: 'lagoon',
    });
  if (dead > 0)
    entries.push({
      group: 'can-wait',
      title: plural(dead, 'lien ne répond plus', 'liens ne répondent plus'),
      detail: 'Dans ce que le site publie.',
      action: { label: 'Corriger', path: resourceOffice.links },
      since: null,
      hue: 'sun',
    });
  return entries;
}

async function dueCount(ctx: Context): Promise<number> {
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const [row] = await ctx.db
    .select({ count: sql<number>`count(*)::int` })
    .from(publications)
    .where(
      and(
        eq(publications.kind, 'resource'),
        eq(publications.status, 'published'),
        isNull(publications.trashedAt),
        lte(publications.reviewOn, today),
      ),
    );
  return row?.count ?? 0;
}
