import type { JSX } from 'preact';
import { formatDate, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import type { FigurePoint } from '../../../domain/figures/read-points.ts';
import type { FigureWithPoints } from '../../../queries/figures/figures.ts';
import { figureInFull } from '../../../domain/figures/figure-in-words.ts';
import { figuresOffice } from './figures-paths.ts';

interface PointsPanelProps {
  readonly exchange: Exchange;
  readonly figure: FigureWithPoints;
  /** What was pasted and could not be read whole. */
  readonly typed?: string;
  readonly error?: string;
}

/** The former values of a figure: listed, removed, pasted from a spreadsheet. */
export function PointsPanel({ exchange, figure, typed, error }: PointsPanelProps): JSX.Element {
  const action = figuresOffice.points(figure.id);
  return (
    <Panel title="Les valeurs d’avant" id="valeurs">
      <DataTable<FigurePoint>
        id="valeurs-passees"
        caption={plural(figure.points.length, 'valeur')}
        rows={figure.points}
        rowId={({ day }) => day.toString()}
        rowName={({ day }) => formatDate(day)}
        columns={[
          { key: 'day', label: 'Date', cell: ({ day }) => formatDate(day) },
          {
            key: 'value',
            label: 'Valeur',
            numeric: true,
            cell: ({ value }) => figureInFull({ value, unit: figure.unit }),
          },
        ]}
        bulk={{
          action,
          name: 'days',
          hidden: <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />,
          actions: [{ value: 'retirer', label: 'Retirer', kind: 'danger' }],
        }}
        empty={<p>Aucune encore : avec deux dates, la page dessine la tendance.</p>}
      />
      <Form
        action={`${action}#valeurs`}
        hidden={{ [formKeyField]: exchange.ctx.newId(), action: 'ajouter' }}
        errors={error ? [{ field: 'points', message: error }] : []}
        label="Ajouter des valeurs d’avant"
      >
        <TextArea
          name="points"
          label="Coller un tableau de deux colonnes"
          hint="Une ligne par date : 2021, puis la valeur. Copié d’un tableur, cela marche aussi : 31/12/2022, 03/2023…"
          rows={5}
          value={typed}
          error={error}
        />
        <SubmitBar label="Ajouter ces valeurs" kind="ghost" />
      </Form>
    </Panel>
  );
}
