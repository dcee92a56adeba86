import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { removeFigurePoints, setFigurePoints } from '../../../commands/figures/set-figure-points.ts';
import { readPoints, type PointsRead } from '../../../domain/figures/read-points.ts';
import { readFigure } from '../../../queries/figures/figures.ts';
import { refusalText } from '../../texts.ts';
import { valuesOf } from './figure-form.tsx';
import { editPage } from './figure-page.tsx';
import { figuresOffice } from './figures-paths.ts';

/** `POST /gestion/chiffres-cles/:figure/valeurs`: adds what is pasted, or removes what is ticked. */
export async function receivePoints(exchange: Exchange): Promise<Response> {
  const { ctx } = exchange;
  const id = exchange.param('figure');
  const figure = isId(id) ? await readFigure(ctx.db, id) : null;
  if (!figure) return exchange.notFound();
  const form = await exchange.form();
  const options = form.key ? { key: form.key } : {};
  const back = `${figuresOffice.edit(id)}#valeurs`;
  if (form.values['action'] === 'retirer') {
    const outcome = await execute(ctx, removeFigurePoints, { figureId: id, days: form.all('days') }, options);
    return exchange.redirect(
      back,
      outcome.ok
        ? { tone: 'success', text: `${plural(outcome.value.count, 'valeur')} en moins.` }
        : { tone: 'danger', text: outcome.fields['days'] ?? refusalText(outcome.reason) },
    );
  }
  const typed = form.values['points'] ?? '';
  const read = readPoints(typed);
  const shown = { values: valuesOf(figure), errors: {} };
  // All or nothing: half a table would go unseen.
  if (read.unread.length > 0) return editPage(exchange, figure, shown, 422, { typed, error: unreadText(read) });
  const points = read.points.map(({ day, value }) => ({ day: day.toString(), value }));
  const outcome = await execute(ctx, setFigurePoints, { figureId: id, points }, options);
  if (!outcome.ok)
    return editPage(exchange, figure, shown, 422, {
      typed,
      error: outcome.fields['points'] ?? refusalText(outcome.reason),
    });
  return exchange.redirect(back, { tone: 'success', text: `${plural(outcome.value.count, 'valeur')} de plus.` });
}

const mostTold = 3;

/** Which lines could not be read, the first ones named. */
export function unreadText({ unread }: PointsRead): string {
  const told = unread.slice(0, mostTold).map(({ line, text }) => `ligne ${line} (« ${text} »)`);
  const more = unread.length > mostTold ? ` et ${unread.length - mostTold} autres` : '';
  return `Rien n’est enregistré : je n’ai pas compris ${told.join(', ')}${more}. Écrivez une date, un espace, un nombre.`;
}
