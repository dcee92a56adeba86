import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import { plural } from '#platform/french/index.ts';
import { officePath } from '../../paths.ts';
import { mayKeepDirectory } from '../../policy.ts';
import { unconfirmedCounts } from './unconfirmed.ts';
import { waitingCounts } from './suggestions.ts';

/** What waits in the directory: proposals, claims, imports that stopped, sheets that nobody confirms. */
export async function livingDirectoryTodo(ctx: Context): Promise<TodoEntry[]> {
  if (!mayKeepDirectory(ctx.actor)) return [];
  const [waiting, imports, unconfirmed] = await Promise.all([
    waitingCounts(ctx.db),
    stoppedImports(ctx),
    unconfirmedCounts(ctx),
  ]);
  const since = waiting.since ? Temporal.Instant.from(waiting.since) : null;
  const entries: TodoEntry[] = [];
  const add = (count: number, entry: Omit<TodoEntry, 'since'> & { since?: TodoEntry['since'] }) =>
    void (count > 0 && entries.push({ since: null, ...entry }));
  add(waiting.claims, {
    group: 'waiting',
    title: plural(waiting.claims, 'structure demande à tenir sa fiche', 'structures demandent à tenir leur fiche'),
    detail: 'L’annuaire ne leur connaît pas d’adresse.',
    action: { label: 'Répondre', path: `${officePath}/moderation` },
    since,
    hue: 'coral',
  });
  add(waiting.suggestions, {
    group: 'to-validate',
    title: plural(waiting.suggestions, 'proposition pour l’annuaire', 'propositions pour l’annuaire'),
    detail: 'Nouvelles structures et corrections.',
    action: { label: 'Relire', path: `${officePath}/moderation` },
    since,
    hue: 'leaf',
  });
  for (const { id, source, rejected, status } of imports) {
    entries.push({
      group: 'can-wait',
      title: status === 'failed' ? `L’import de « ${source} » s’est arrêté` : `Import de « ${source} »`,
      detail:
        status === 'failed'
          ? 'La page dit pourquoi.'
          : status === 'mapping'
            ? 'Les colonnes attendent votre accord.'
            : status === 'ready'
              ? 'Tout est prêt, il attend votre accord.'
              : `${plural(rejected, 'ligne écartée', 'lignes écartées')}, à regarder.`,
      action: { label: 'Ouvrir', path: `${officePath}/importer/${id}` },
      since: null,
      hue: 'sun',
    });
  }
  const total = unconfirmed.mail + unconfirmed.call;
  add(total, {
    group: 'can-wait',
    title: plural(total, 'fiche jamais confirmée cette année', 'fiches jamais confirmées cette année'),
    detail:
      unconfirmed.call > 0
        ? `dont ${unconfirmed.call} sans adresse e-mail : liste d’appels`
        : 'Leur structure peut répondre en deux clics.',
    action: { label: 'Ouvrir', path: `${officePath}/a-confirmer` },
    hue: 'sky',
  });
  return entries;
}

/** Imports of the last month that wait for someone. */
async function stoppedImports(
  ctx: Context,
): Promise<{ id: string; source: string; rejected: number; status: string }[]> {
  const monthAgo = ctx.clock
    .now()
    .subtract({ hours: 30 * 24 })
    .toString();
  const { rows } = await ctx.db.execute<{ id: string; source: string; rejected: number; status: string }>(sql`
    select id, coalesce(nullif(source, ''), file_name, '') as source, status, coalesce((counts->>'rejected')::int, 0) + coalesce((counts->>'failed')::int, 0) as rejected
    from organization_imports where created_at > ${monthAgo} and (status in ('failed', 'mapping', 'ready')
      or (status = 'done' and coalesce((counts->>'rejected')::int, 0) + coalesce((counts->>'failed')::int, 0) > 0
        and finished_at > ${ctx.clock
          .now()
          .subtract({ hours: 7 * 24 })
          .toString()}))
    order by created_at desc limit 3`);
  return rows;
}
