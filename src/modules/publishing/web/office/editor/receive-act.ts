import { execute } from '#platform/command/execute.ts';
import type { Exchange, Flash } from '#platform/http/exchange.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';
import { archivePublications } from '../../../commands/life/archive-publications.ts';
import { discardChanges } from '../../../commands/life/discard-changes.ts';
import { duplicatePublication } from '../../../commands/life/duplicate-publication.ts';
import { publishPublications } from '../../../commands/life/publish-publications.ts';
import { trashPublications } from '../../../commands/life/trash-publications.ts';
import { officePaths, publicationPath } from '../../../paths.ts';
import { refusalText } from '../../texts.ts';
import { undoTrash } from '../list/bulk.ts';
import { editedPublication } from './editor-page.tsx';

/** `POST /gestion/contenus/:id/etat`: one act on a whole publication. */
export async function receiveAct(exchange: Exchange): Promise<Response> {
  const stored = await editedPublication(exchange);
  if (!stored) return exchange.notFound();
  const { values, key } = await exchange.form();
  const { id, kind, slug } = stored;
  const { ctx } = exchange;
  const options = { key };
  const after = async (
    outcome: Promise<Outcome<unknown>>,
    text: string,
    more: Partial<Flash> = {},
    path = officePaths.edit(id),
  ) => {
    const done = await outcome;
    return done.ok
      ? exchange.redirect(path, { tone: 'success', text, ...more })
      : exchange.redirect(officePaths.edit(id), { tone: 'danger', text: refusalText(done.reason) });
  };
  switch (values['act']) {
    case 'publier':
      return after(
        execute(ctx, publishPublications, { ids: [id] }, options),
        'C’est en ligne.',
        {},
        publicationPath(kind, slug),
      );
    case 'abandonner':
      return after(
        execute(ctx, discardChanges, { id, what: 'changes' }, options),
        'Modifications abandonnées : elles restent dans les versions.',
      );
    case 'deprogrammer':
      return after(execute(ctx, discardChanges, { id, what: 'schedule' }, options), 'Ce n’est plus programmé.');
    case 'archiver':
      return after(
        execute(ctx, archivePublications, { ids: [id] }, options),
        'C’est archivé : le site ne le montre plus.',
      );
    case 'corbeille':
      return after(
        execute(ctx, trashPublications, { ids: [id] }, options),
        'C’est à la corbeille.',
        undoTrash([id]),
        officePaths.list,
      );
    case 'dupliquer': {
      const copy = await execute(ctx, duplicatePublication, { id }, options);
      return after(
        Promise.resolve(copy),
        'Voici la copie : changez ce qui doit l’être.',
        {},
        officePaths.edit(copy.ok ? copy.value.id : id),
      );
    }
    default:
      return exchange.notFound();
  }
}
