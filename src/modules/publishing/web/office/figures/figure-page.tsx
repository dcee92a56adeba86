import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { formatDate } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import type { Refused } from '#platform/outcome/outcome.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { saveFigure } from '../../../commands/figures/save-figure.ts';
import { figurePath } from '../../../paths.ts';
import { readFigure, type FigureWithPoints, type StoredFigure } from '../../../queries/figures/figures.ts';
import { figureInFull } from '../../../domain/figures/figure-in-words.ts';
import { refusalText } from '../../texts.ts';
import { FigureForm, figureInput, valuesOf, type FigureValues } from './figure-form.tsx';
import { figuresOffice } from './figures-paths.ts';
import { PointsPanel } from './points-panel.tsx';

type Errors = Readonly<Record<string, string>>;
interface Typed {
  values: FigureValues;
  errors: Errors;
  /** What the other editor saved meanwhile. */
  theirs?: StoredFigure;
}

const fresh: FigureValues = { topic: 'territory' };
const trail = [{ label: 'Chiffres clés', href: figuresOffice.list }];

/** `GET /gestion/chiffres-cles/ajouter` */
export function showAddFigure(exchange: Exchange): Promise<Response> {
  return addPage(exchange, { values: fresh, errors: {} });
}

/** `POST /gestion/chiffres-cles/ajouter` */
export async function receiveAddFigure(exchange: Exchange): Promise<Response> {
  const { values, key } = await exchange.form();
  const input = { id: null, version: null, ...figureInput(values) };
  const outcome = await execute(exchange.ctx, saveFigure, input, key ? { key } : {});
  if (!outcome.ok) return addPage(exchange, { values, errors: errorsOf(outcome) }, 422);
  return exchange.redirect(figuresOffice.edit(outcome.value.id), {
    tone: 'success',
    text: 'Le chiffre est en ligne. Vous pouvez lui donner ses valeurs passées.',
  });
}

/** `GET /gestion/chiffres-cles/:figure` */
export async function showFigure(exchange: Exchange): Promise<Response> {
  const figure = await askedFigure(exchange);
  return figure ? editPage(exchange, figure, { values: valuesOf(figure), errors: {} }) : exchange.notFound();
}

/** `POST /gestion/chiffres-cles/:figure` */
export async function receiveFigure(exchange: Exchange): Promise<Response> {
  const figure = await askedFigure(exchange);
  if (!figure) return exchange.notFound();
  const { values, key } = await exchange.form();
  const input = { id: figure.id, version: Number(values['version']) || 0, ...figureInput(values) };
  const outcome = await execute(exchange.ctx, saveFigure, input, key ? { key } : {});
  if (outcome.ok) return exchange.redirect(figuresOffice.list, { tone: 'success', text: 'Le chiffre est enregistré.' });
  const theirs = outcome.reason === 'edited_meanwhile' ? { theirs: outcome.details as StoredFigure } : {};
  return editPage(exchange, figure, { values, errors: errorsOf(outcome), ...theirs }, 422);
}

async function askedFigure(exchange: Exchange): Promise<FigureWithPoints | null> {
  const id = exchange.param('figure');
  return isId(id) ? readFigure(exchange.ctx.db, id) : null;
}

function errorsOf({ reason, fields }: Refused): Errors {
  return reason === 'invalid' ? fields : { '': refusalText(reason) };
}

function addPage(exchange: Exchange, { values, errors }: Typed, status = 200): Promise<Response> {
  return exchange.page({
    title: 'Nouveau chiffre',
    layout: 'office',
    status,
    section: figuresOffice.list,
    header: { trail },
    content: (
      <FigureForm
        action={figuresOffice.add}
        values={values}
        errors={errors}
        hidden={{ [formKeyField]: exchange.formKey }}
        draft="chiffre-nouveau"
      />
    ),
  });
}

/** The page of a figure: its fields, then its former values. */
export function editPage(
  exchange: Exchange,
  figure: FigureWithPoints,
  { values, errors, theirs }: Typed,
  status = 200,
  points: { typed?: string; error?: string } = {},
): Promise<Response> {
  return exchange.page({
    title: figure.label,
    layout: 'office',
    status,
    section: figuresOffice.list,
    publicHref: figurePath(figure.id),
    header: { trail, facts: `${figureInFull(figure)}, ${formatDate(figure.asOf)}` },
    content: (
      <>
        {theirs && <Meanwhile theirs={theirs} />}
        <FigureForm
          action={figuresOffice.edit(figure.id)}
          values={values}
          errors={errors}
          // After a conflict, saving again is a choice: it starts from what the other one saved.
          hidden={{ [formKeyField]: exchange.formKey, version: String(theirs?.version ?? figure.version) }}
          draft={`chiffre-${figure.id}`}
        />
        <PointsPanel exchange={exchange} figure={figure} {...points} />
        <p class="actions">
          <ButtonLink kind="quiet" href={figuresOffice.list}>
            Retour aux chiffres
          </ButtonLink>
        </p>
      </>
    ),
  });
}

function Meanwhile({ theirs }: { readonly theirs: StoredFigure }): JSX.Element {
  return (
    <Notice state="warning" title="Quelqu’un a modifié ce chiffre pendant que vous écriviez.">
      <p>{`Il est maintenant enregistré ainsi : « ${theirs.label} », ${figureInFull(theirs)}, ${theirs.sourceName}, ${formatDate(theirs.asOf)}, ${theirs.perimeter}.`}</p>
      <p>Vos mots sont gardés ci-dessous : enregistrer les mettra à la place.</p>
    </Notice>
  );
}
