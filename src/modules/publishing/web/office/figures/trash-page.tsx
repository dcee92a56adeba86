import { execute } from '#platform/command/execute.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { restoreFigures } from '../../../commands/figures/arrange-figures.ts';
import { readTrashedFigures } from '../../../queries/figures/figures.ts';
import { figureInFull } from '../../../domain/figures/figure-in-words.ts';
import { refusalText } from '../../texts.ts';
import { figuresOffice } from './figures-paths.ts';

/** `GET /gestion/chiffres-cles/corbeille` */
export async function showFigureTrash(exchange: Exchange): Promise<Response> {
  const figures = await readTrashedFigures(exchange.ctx.db);
  const { zone } = exchange.hub;
  return exchange.page({
    title: 'Corbeille des chiffres',
    layout: 'office',
    section: figuresOffice.list,
    header: {
      trail: [{ label: 'Chiffres clés', href: figuresOffice.list }],
      lead: 'Un chiffre en sort comme il y est entré, avec ses valeurs d’avant.',
    },
    content: (
      <DataTable
        id="corbeille"
        caption={plural(figures.length, 'chiffre')}
        rows={figures}
        rowId={({ id }) => id}
        rowName={({ label }) => label}
        columns={[
          { key: 'label', label: 'Chiffre', cell: ({ label }) => label },
          { key: 'value', label: 'Valeur', numeric: true, cell: figureInFull },
          { key: 'source', label: 'Source', cell: ({ sourceName }) => sourceName },
          {
            key: 'at',
            label: 'Jeté le',
            cell: ({ trashedAt }) => (trashedAt ? formatDate(trashedAt, { zone }) : ''),
          },
        ]}
        bulk={{
          action: figuresOffice.trash,
          hidden: <input type="hidden" name={formKeyField} value={exchange.formKey} />,
          actions: [{ value: 'restaurer', label: 'Remettre en ligne', kind: 'primary' }],
        }}
        empty={<EmptyState title="La corbeille est vide">Les chiffres que vous retirez viendront ici.</EmptyState>}
      />
    ),
  });
}

/** `POST /gestion/chiffres-cles/corbeille` */
export async function receiveFigureRestore(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const outcome = await execute(
    exchange.ctx,
    restoreFigures,
    { ids: form.all('ids') },
    form.key ? { key: form.key } : {},
  );
  return exchange.redirect(
    figuresOffice.trash,
    outcome.ok
      ? { tone: 'success', text: `${plural(outcome.value.count, 'chiffre')} de retour.` }
      : { tone: 'danger', text: outcome.fields['ids'] ?? refusalText(outcome.reason) },
  );
}
