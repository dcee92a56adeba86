import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { formatDate, formatNumber, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import type { Refused } from '#platform/outcome/outcome.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select, type Choice } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { removeIndicatorPoints, setIndicatorPoints } from '../../../commands/figures/set-indicator-points.ts';
import { readPoints } from '../../../domain/figures/read-points.ts';
import { usualIndicators } from '../../../domain/figures/usual-indicators.ts';
import { figuresPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { readIndicatorPoints, type StoredIndicatorPoint } from '../../../queries/figures/indicators.ts';
import { refusalText } from '../../texts.ts';
import { figuresOffice } from './figures-paths.ts';
import { unreadText } from './receive-points.ts';

interface Typed {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** `GET /gestion/chiffres-cles/indicateurs` */
export function showIndicators(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  return indicatorsPage(exchange, deps, { values: {}, errors: {} });
}

/** `POST /gestion/chiffres-cles/indicateurs`: types former counts, or removes those ticked. */
export async function receiveIndicators(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const { ctx } = exchange;
  const form = await exchange.form();
  const { values, key } = form;
  const indicator = values['indicator'] ?? '';
  const options = key ? { key } : {};
  if (values['action'] === 'retirer') {
    const outcome = await execute(ctx, removeIndicatorPoints, { indicator, days: form.all('days') }, options);
    return exchange.redirect(
      figuresOffice.indicators,
      outcome.ok
        ? { tone: 'success', text: `${plural(outcome.value.count, 'relevé')} en moins.` }
        : { tone: 'danger', text: outcome.fields['days'] ?? refusalText(outcome.reason) },
    );
  }
  const read = readPoints(values['points'] ?? '');
  if (read.unread.length > 0)
    return indicatorsPage(exchange, deps, { values, errors: { points: unreadText(read) } }, 422);
  const label = (await choicesOf(exchange, deps)).find(({ value }) => value === indicator)?.label ?? '';
  const points = read.points.map(({ day, value }) => ({ day: day.toString(), value }));
  const outcome = await execute(ctx, setIndicatorPoints, { indicator, label, points }, options);
  if (outcome.ok)
    return exchange.redirect(figuresOffice.indicators, {
      tone: 'success',
      text: `${plural(outcome.value.count, 'relevé')} de plus.`,
    });
  return indicatorsPage(exchange, deps, { values, errors: errorsOf(outcome) }, 422);
}

function errorsOf({ reason, fields }: Refused): Typed['errors'] {
  if (reason !== 'invalid') return { '': refusalText(reason) };
  const points = Object.entries(fields).find(([name]) => name.startsWith('points'))?.[1];
  const indicator = fields['indicator'] ?? fields['label'];
  return { ...(points ? { points } : {}), ...(indicator ? { indicator: 'Choisissez ce qui est compté.' } : {}) };
}

/** What may be counted: what modules count, what was counted before, what hubs like to count. */
async function choicesOf({ ctx }: Exchange, { keyFigures }: PublishingDependencies): Promise<Choice[]> {
  const [counted, points] = await Promise.all([keyFigures(ctx), readIndicatorPoints(ctx.db)]);
  const labels = new Map([
    ...usualIndicators.map(({ indicator, label }) => [indicator, label] as const),
    ...points.map(({ indicator, label }) => [indicator, label] as const),
    ...counted.map(({ key, label }) => [key, label] as const),
  ]);
  return [...labels].map(([value, label]) => ({ value, label }));
}

async function indicatorsPage(
  exchange: Exchange,
  deps: PublishingDependencies,
  { values, errors }: Typed,
  status = 200,
): Promise<Response> {
  const [points, choices] = await Promise.all([readIndicatorPoints(exchange.ctx.db), choicesOf(exchange, deps)]);
  const summary = Object.entries(errors).map(([field, message]) => (field ? { field, message } : { message }));
  return exchange.page({
    title: 'Avant / après du pôle',
    layout: 'office',
    status,
    section: figuresOffice.list,
    publicHref: `${figuresPath}#avant-apres`,
    header: {
      trail: [{ label: 'Chiffres clés', href: figuresOffice.list }],
      lead: 'Le premier de chaque mois, le site note ce qu’il compte. Écrivez ici les années d’avant.',
    },
    content: (
      <>
        <Panel title="Ajouter des relevés">
          <Form
            action={figuresOffice.indicators}
            errors={summary}
            hidden={{ [formKeyField]: exchange.formKey, action: 'ajouter' }}
            label="Ajouter des relevés"
          >
            <Select
              name="indicator"
              label="Ce qui est compté"
              required
              placeholder="Choisir"
              value={values['indicator']}
              choices={choices}
              error={errors['indicator']}
            />
            <TextArea
              name="points"
              label="Les relevés"
              hint="Une ligne par date : 2019, puis le nombre."
              required
              rows={4}
              value={values['points']}
              error={errors['points']}
            />
            <SubmitBar label="Ajouter" />
          </Form>
        </Panel>
        {[...Map.groupBy(points, ({ indicator }) => indicator)].map(([indicator, own]) => (
          <IndicatorTable exchange={exchange} indicator={indicator} points={own} />
        ))}
      </>
    ),
  });
}

interface IndicatorTableProps {
  readonly exchange: Exchange;
  readonly indicator: string;
  readonly points: readonly StoredIndicatorPoint[];
}

function IndicatorTable({ exchange, indicator, points }: IndicatorTableProps): JSX.Element {
  return (
    <DataTable<StoredIndicatorPoint>
      id={`indicateur-${indicator.replaceAll('.', '-')}`}
      caption={points.at(-1)?.label ?? indicator}
      rows={points.toReversed()}
      rowId={({ day }) => day.toString()}
      rowName={({ day }) => formatDate(day)}
      columns={[
        { key: 'day', label: 'Date', cell: ({ day }) => formatDate(day) },
        { key: 'count', label: 'Nombre', numeric: true, cell: ({ count }) => formatNumber(count) },
        { key: 'how', label: 'Relevé', cell: ({ isTyped }) => (isTyped ? 'à la main' : 'par le site') },
      ]}
      bulk={{
        action: figuresOffice.indicators,
        name: 'days',
        hidden: (
          <>
            <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
            <input type="hidden" name="indicator" value={indicator} />
          </>
        ),
        actions: [{ value: 'retirer', label: 'Retirer', kind: 'danger' }],
      }}
      empty={null}
    />
  );
}
