import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { Chip } from '#ui/components/chip.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { featureFigures, moveFigure, trashFigures } from '../../../commands/figures/arrange-figures.ts';
import { differingFigures } from '../../../domain/figures/differing-figures.ts';
import { figuresPath } from '../../../paths.ts';
import { readFigures, type StoredFigure } from '../../../queries/figures/figures.ts';
import { figureInFull } from '../../../domain/figures/figure-in-words.ts';
import { topicTitles } from '../../figure-words.ts';
import { refusalText } from '../../texts.ts';
import { figuresOffice } from './figures-paths.ts';

/** `GET /gestion/chiffres-cles` */
export async function showFigureList(exchange: Exchange): Promise<Response> {
  const figures = await readFigures(exchange.ctx.db);
  const differing = differingFigures(figures);
  return exchange.page({
    title: 'Chiffres clés',
    layout: 'office',
    section: figuresOffice.list,
    publicHref: figuresPath,
    header: {
      lead: 'Chaque chiffre avec sa source, sa date et son territoire. Ceux mis en avant viennent à l’accueil.',
      actions: (
        <>
          <ButtonLink href={figuresOffice.add} icon="plus">
            Ajouter un chiffre
          </ButtonLink>
          <ButtonLink kind="ghost" href={figuresOffice.indicators}>
            Avant / après du pôle
          </ButtonLink>
          <ButtonLink kind="quiet" href={figuresOffice.trash}>
            Corbeille
          </ButtonLink>
        </>
      ),
    },
    content: (
      <>
        {differing.size > 0 && <DifferingNotice figures={figures.filter(({ id }) => differing.has(id))} />}
        <DataTable<StoredFigure>
          id="chiffres"
          caption={plural(figures.length, 'chiffre')}
          rows={figures}
          rowId={({ id }) => id}
          rowName={({ label }) => label}
          columns={[
            {
              key: 'label',
              label: 'Chiffre',
              cell: ({ id, label, isFeatured }) => (
                <>
                  <a href={figuresOffice.edit(id)}>{label}</a>
                  {isFeatured && (
                    <>
                      {' '}
                      <Chip strong>en avant</Chip>
                    </>
                  )}
                </>
              ),
            },
            { key: 'value', label: 'Valeur', numeric: true, whole: true, cell: figureInFull },
            { key: 'source', label: 'Source', cell: ({ sourceName }) => sourceName },
            { key: 'date', label: 'Date', whole: true, cell: ({ asOf }) => formatDate(asOf, { style: 'short' }) },
            { key: 'topic', label: 'Sujet', cell: ({ topic }) => topicTitles[topic] },
            { key: 'order', label: 'Ordre', cell: (figure) => <Move figure={figure} /> },
          ]}
          bulk={{
            action: figuresOffice.bulk,
            hidden: <input type="hidden" name={formKeyField} value={exchange.formKey} />,
            actions: [
              { value: 'avant', label: 'Mettre en avant' },
              { value: 'retrait', label: 'Ne plus mettre en avant' },
              { value: 'corbeille', label: 'Corbeille', kind: 'danger' },
            ],
          }}
          exports={{ csv: `${figuresPath}.csv` }}
          empty={
            <EmptyState
              title="Aucun chiffre pour l’instant"
              actions={<ButtonLink href={figuresOffice.add}>Ajouter un premier chiffre</ButtonLink>}
            >
              <p>Combien d’emplois, de structures, de bénévoles ? Trois ou quatre chiffres sûrs suffisent.</p>
            </EmptyState>
          }
        />
        <MoveForms exchange={exchange} figures={figures} />
      </>
    ),
  });
}

/** `POST /gestion/chiffres-cles/lot` */
export async function receiveFigureBulk(exchange: Exchange): Promise<Response> {
  const { ctx } = exchange;
  const form = await exchange.form();
  const ids = form.all('ids');
  const options = form.key ? { key: form.key } : {};
  const act = form.values['action'];
  const outcome =
    act === 'corbeille'
      ? await execute(ctx, trashFigures, { ids }, options)
      : await execute(ctx, featureFigures, { ids, isFeatured: act === 'avant' }, options);
  if (!outcome.ok)
    return exchange.redirect(figuresOffice.list, {
      tone: 'danger',
      text: outcome.fields['ids'] ?? refusalText(outcome.reason),
    });
  return exchange.redirect(figuresOffice.list, {
    tone: 'success',
    text: act === 'corbeille' ? 'Mis à la corbeille : on peut les en sortir.' : 'C’est fait.',
  });
}

/** `POST /gestion/chiffres-cles/:figure/ordre` */
export async function receiveFigureMove(exchange: Exchange): Promise<Response> {
  const { values, key } = await exchange.form();
  const towards = values['act'] === 'up' ? 'up' : 'down';
  const outcome = await execute(
    exchange.ctx,
    moveFigure,
    { id: exchange.param('figure'), towards },
    key ? { key } : {},
  );
  return outcome.ok
    ? exchange.redirect(figuresOffice.list)
    : exchange.redirect(figuresOffice.list, { tone: 'danger', text: refusalText(outcome.reason) });
}

function Move({ figure }: { readonly figure: StoredFigure }): JSX.Element {
  // Not inside the form of the table: the buttons carry their own.
  return (
    <span class="actions nowrap">
      {(['up', 'down'] as const).map((act) => (
        <Button
          kind="quiet"
          small
          form={`ordre-${figure.id}`}
          name="act"
          value={act}
          aria-label={`${act === 'up' ? 'Monter' : 'Descendre'} ${figure.label}`}
        >
          {act === 'up' ? '↑' : '↓'}
        </Button>
      ))}
    </span>
  );
}

/** The forms of the arrows, outside the table's own. */
function MoveForms({
  exchange,
  figures,
}: {
  readonly exchange: Exchange;
  readonly figures: readonly StoredFigure[];
}): JSX.Element {
  return (
    <>
      {figures.map(({ id }) => (
        <form id={`ordre-${id}`} method="post" action={figuresOffice.move(id)} hidden>
          <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
        </form>
      ))}
    </>
  );
}

function DifferingNotice({ figures }: { readonly figures: readonly StoredFigure[] }): JSX.Element {
  return (
    <Notice state="info" title="Des chiffres de même nom ne disent pas la même chose.">
      <p>
        C’est courant : les sources ne comptent pas pareil. La page publique les montre tous, chacun avec sa source.
      </p>
      <ul>
        {figures.map((figure) => (
          <li>
            <a href={figuresOffice.edit(figure.id)}>{figure.label}</a>
            {` : ${figureInFull(figure)} (${figure.sourceName}, ${figure.perimeter})`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
