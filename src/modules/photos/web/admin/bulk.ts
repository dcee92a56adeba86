import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';
import { changePhotos } from '../../commands/change-photos.ts';
import { notePeopleAgreement } from '../../commands/name-people.ts';
import { restorePhotos, trashPhotos } from '../../commands/trash-photos.ts';
import { agreementWording } from '../../domain/wording.ts';
import { officePath } from '../../paths.ts';
import { refusalText } from '../texts.ts';

// An address has room for about fifty ids; a larger batch is taken back from the trash itself.
const mostInUndo = 50;

/** `POST /gestion/photos/lot`: one act on the photos ticked. */
export async function receiveBulk(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const ids = form.all('ids').filter(isId);
  const wanted = form.values['retour'] ?? officePath;
  const back = wanted.startsWith(officePath) ? wanted : officePath;
  const act = form.values['action'] ?? '';
  if (act === 'corbeille' || act === 'restaurer') return moveAll(exchange, ids, act === 'corbeille', back, form.key);
  const outcome = await run(exchange, act, ids, form);
  if (!outcome) return exchange.notFound();
  return exchange.redirect(
    back,
    outcome.ok
      ? { tone: 'success', text: `C’est fait : ${plural(outcome.value.count, 'photo modifiée', 'photos modifiées')}.` }
      : { tone: 'danger', text: firstMessage(outcome.fields) ?? refusalText(outcome.reason) },
  );
}

/** `POST /gestion/photos/reprendre?ids=`: undoes the trash. */
export async function receiveRestore(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const ids = [...form.all('ids'), ...exchange.query('ids').split(',')].filter(isId);
  return moveAll(exchange, ids, false, officePath, form.key);
}

async function moveAll(
  exchange: Exchange,
  ids: readonly string[],
  toTrash: boolean,
  back: string,
  key: string | undefined,
): Promise<Response> {
  const outcome = await execute(exchange.ctx, toTrash ? trashPhotos : restorePhotos, { ids }, key ? { key } : {});
  if (!outcome.ok)
    return exchange.redirect(back, { tone: 'danger', text: outcome.fields['ids'] ?? refusalText(outcome.reason) });
  const { ids: moved } = outcome.value;
  if (!toTrash)
    return exchange.redirect(back, {
      tone: 'success',
      text: `${plural(moved.length, 'photo')} de retour dans la photothèque.`,
    });
  return exchange.redirect(back, {
    tone: 'success',
    text: `${plural(moved.length, 'photo')} à la corbeille : le site ne les montre plus.`,
    ...(moved.length > 0 && moved.length <= mostInUndo
      ? { undo: { action: `${officePath}/reprendre?ids=${moved.join(',')}`, label: 'Annuler' } }
      : {}),
  });
}

async function run(
  exchange: Exchange,
  act: string,
  ids: readonly string[],
  { values, key }: SentForm,
): Promise<Outcome<{ count: number }> | null> {
  const { ctx, hub } = exchange;
  const options = key ? { key } : {};
  const change = (asked: object): Promise<Outcome<{ count: number }>> =>
    execute(ctx, changePhotos, { ids, ...asked }, options);
  switch (act) {
    case 'mots':
      return change({ act: 'keywords', value: values['mots'] ?? '' });
    case 'credit':
      return change({ act: 'credit', value: values['credit'] ?? '' });
    case 'occasion':
      return change({ act: 'occasion', value: values['occasion'] ?? '' });
    case 'date':
      return change({ act: 'takenOn', value: values['date'] ?? '' });
    case 'presse':
    case 'pas-presse':
      return change({ act: 'press', value: act === 'presse' });
    case 'personne':
      return change({ act: 'nobody' });
    case 'accord':
      return execute(
        ctx,
        notePeopleAgreement,
        {
          ids,
          people: namesIn(values['noms'] ?? ''),
          means: values['moyen'],
          wording: agreementWording({ hubName: hub.name, isMinor: false }),
        },
        options,
      );
    default:
      return null;
  }
}

/** One person a line. */
export function namesIn(text: string): { name: string }[] {
  return text
    .split('\n')
    .map((name) => ({ name: name.trim() }))
    .filter(({ name }) => name !== '');
}

const firstMessage = (fields: Readonly<Record<string, string>>): string | undefined => Object.values(fields)[0];
