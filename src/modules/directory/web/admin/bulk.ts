import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange, Flash } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';
import { archiveOrganizations } from '../../commands/archive-organizations.ts';
import { flagOrganizations } from '../../commands/flag-organizations.ts';
import { publishOrganizations } from '../../commands/publish-organizations.ts';
import { restoreOrganizations } from '../../commands/restore-organizations.ts';
import { trashOrganizations } from '../../commands/trash-organizations.ts';
import { officePath } from '../../paths.ts';
import { refusalText } from '../texts.ts';

type Done = Outcome<{ count: number }>;

// An address has room for about fifty ids; a larger batch is restored from the trash page.
const mostInUndo = 50;

/** `POST /gestion/annuaire/lot`: one act on the sheets ticked. */
export async function receiveBulk(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const ids = form.all('ids').filter(isId);
  const wanted = form.values['retour'] ?? officePath;
  const back = wanted.startsWith(officePath) ? wanted : officePath;
  const act = form.values['action'] ?? '';
  if (act === 'theme' && !isId(form.values['addTheme'] ?? ''))
    return exchange.redirect(back, { tone: 'warning', text: 'Choisissez d’abord le domaine à ajouter.' });
  const acts: Readonly<Record<string, () => Promise<Done>>> = {
    publier: () => execute(exchange.ctx, publishOrganizations, { ids }, { key: form.key }),
    archiver: () => execute(exchange.ctx, archiveOrganizations, { ids }, { key: form.key }),
    corbeille: () => execute(exchange.ctx, trashOrganizations, { ids }, { key: form.key }),
    adherentes: () => execute(exchange.ctx, flagOrganizations, { ids, isMember: true }, { key: form.key }),
    'non-adherentes': () => execute(exchange.ctx, flagOrganizations, { ids, isMember: false }, { key: form.key }),
    theme: () =>
      execute(exchange.ctx, flagOrganizations, { ids, addTheme: form.values['addTheme'] }, { key: form.key }),
  };
  const run = acts[act];
  if (!run) return exchange.notFound();
  const outcome = await run();
  return exchange.redirect(
    back,
    outcome.ok
      ? said(act, outcome.value.count, ids)
      : { tone: 'danger', text: outcome.fields['ids'] ?? refusalText(outcome.reason) },
  );
}

/** `POST /gestion/annuaire/corbeille/restaurer`: the sheets of the form, or of the address when it undoes. */
export async function receiveRestore(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const ids = [...form.all('ids'), ...exchange.query('ids').split(',')].filter(isId);
  const outcome = await execute(exchange.ctx, restoreOrganizations, { ids }, { key: form.key });
  if (!outcome.ok)
    return exchange.redirect(`${officePath}/corbeille`, {
      tone: 'danger',
      text: outcome.fields['ids'] ?? refusalText(outcome.reason),
    });
  return exchange.redirect(officePath, {
    tone: 'success',
    text: `${plural(outcome.value.count, 'fiche')} de retour dans l’annuaire.`,
  });
}

function said(act: string, count: number, ids: readonly string[]): Flash {
  if (act !== 'corbeille')
    return { tone: 'success', text: `C’est fait : ${plural(count, 'fiche modifiée', 'fiches modifiées')}.` };
  return {
    tone: 'success',
    text: `${plural(count, 'fiche')} à la corbeille.`,
    ...(ids.length <= mostInUndo
      ? { undo: { action: `${officePath}/corbeille/restaurer?ids=${ids.join(',')}`, label: 'Annuler' } }
      : {}),
  };
}
