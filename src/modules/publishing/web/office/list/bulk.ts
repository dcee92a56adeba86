import { execute } from '#platform/command/execute.ts';
import { listing, plural } from '#platform/french/index.ts';
import type { Exchange, Flash } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';
import { archivePublications } from '../../../commands/life/archive-publications.ts';
import { publishPublications } from '../../../commands/life/publish-publications.ts';
import { restorePublications } from '../../../commands/life/restore-publications.ts';
import { tagPublications } from '../../../commands/life/tag-publications.ts';
import { trashPublications } from '../../../commands/life/trash-publications.ts';
import { officePaths } from '../../../paths.ts';
import { refusalText } from '../../texts.ts';

type Done = Outcome<{ count: number; lacking?: readonly string[] }>;

// An address has room for about fifty ids; a larger batch is restored from the trash page.
const mostInUndo = 50;

/** `POST /gestion/contenus/lot`: one act on the contents ticked. */
export async function receiveBulk(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const { ctx } = exchange;
  const ids = form.all('ids').filter(isId);
  const wanted = form.values['retour'] ?? officePaths.list;
  const back = wanted.startsWith(officePaths.list) ? wanted : officePaths.list;
  const act = form.values['action'] ?? '';
  const tag = form.values['etiquette'] ?? '';
  if (act.endsWith('etiqueter') && tag === '')
    return exchange.redirect(back, { tone: 'warning', text: 'Choisissez d’abord un lecteur.' });
  const options = { key: form.key };
  const acts: Readonly<Record<string, () => Promise<Done>>> = {
    publier: () => execute(ctx, publishPublications, { ids }, options),
    archiver: () => execute(ctx, archivePublications, { ids }, options),
    corbeille: () => execute(ctx, trashPublications, { ids }, options),
    etiqueter: () => execute(ctx, tagPublications, { ids, add: tag }, options),
    desetiqueter: () => execute(ctx, tagPublications, { ids, remove: tag }, options),
  };
  const run = acts[act];
  if (!run) return exchange.notFound();
  const outcome = await run();
  return exchange.redirect(back, outcome.ok ? said(act, outcome.value, ids) : refused(outcome));
}

/** `POST /gestion/contenus/corbeille/restaurer`: the contents of the form, or of the address when it undoes. */
export async function receiveRestore(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const ids = [...form.all('ids'), ...exchange.query('ids').split(',')].filter(isId);
  const outcome = await execute(exchange.ctx, restorePublications, { ids }, { key: form.key });
  if (!outcome.ok) return exchange.redirect(officePaths.trash, refused(outcome));
  const [only] = ids;
  return exchange.redirect(ids.length === 1 && only ? officePaths.edit(only) : officePaths.list, {
    tone: 'success',
    text: `${plural(outcome.value.count, 'publication')} de retour.`,
  });
}

/** What the trash gives back in one click. */
export function undoTrash(ids: readonly string[]): Pick<Flash, 'undo'> {
  return { undo: { action: `${officePaths.trash}/restaurer?ids=${ids.join(',')}`, label: 'Annuler' } };
}

function refused({ reason, fields }: { reason: string; fields: Readonly<Record<string, string>> }): Flash {
  return { tone: 'danger', text: fields['ids'] ?? refusalText(reason) };
}

function said(
  act: string,
  { count, lacking = [] }: { count: number; lacking?: readonly string[] },
  ids: string[],
): Flash {
  if (act === 'corbeille')
    return {
      tone: 'success',
      text: `${plural(count, 'publication')} à la corbeille.`,
      ...(ids.length <= mostInUndo ? undoTrash(ids) : {}),
    };
  const done = `C’est fait : ${plural(count, 'publication modifiée', 'publications modifiées')}.`;
  if (lacking.length === 0) return { tone: 'success', text: done };
  const titles = listing(lacking.slice(0, 3).map((title) => `« ${title} »`));
  return {
    tone: 'warning',
    text: `${done} Il manque encore quelque chose à ${titles}${lacking.length > 3 ? '…' : ''}.`,
  };
}
