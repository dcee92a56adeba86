import type { JSX } from 'preact';
import { formatDate, formatNumber, formatPercent, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { csvContentType, csvStream, type ExportColumn } from '#platform/spreadsheet-export/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { TrendChart } from '#ui/components/charts/trend-chart.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { KeyFigures } from '#ui/components/key-figures.tsx';
import { ResultCount } from '#ui/components/filter-bar.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { whoLabels } from '../../domain/who.ts';
import { dayTyped } from '../../reconciliation/domain/statement.ts';
import { moneyPaths } from '../../money-paths.ts';
import { paths } from '../../paths.ts';
import { countsBy, movements, type Facet } from '../domain/counts.ts';
import { memberFigures, yearBefore } from '../queries/figures.ts';
import { membersOn, type MemberOn } from '../queries/members-on.ts';

const facets = [
  ['college', 'Par collège', 'Sans collège'],
  ['who', 'Par sorte de membre', ''],
  ['municipality', 'Par commune', 'Commune inconnue'],
] as const satisfies readonly (readonly [Facet, string, string])[];
const groups = { reconduits: 'stayed', nouveaux: 'came', partis: 'left' } as const;
type Group = keyof typeof groups;

const listHref = (day: Temporal.PlainDate, more: Record<string, string> = {}): string =>
  `${moneyPaths.figures}/liste?${new URLSearchParams({ jour: day.toString(), ...more }).toString()}`;
const nameOf = (facet: Facet, value: string, unknown: string): string =>
  value === '' ? unknown : facet === 'who' ? (whoLabels[value as MemberOn['who']] ?? value) : value;

/** `GET /gestion/adhesions/chiffres`: members over time, by college and place; each figure leads to its list. */
export async function showFigures(exchange: Exchange): Promise<Response> {
  const { today, members, before, byYear, moves } = await memberFigures(exchange.ctx);
  return exchange.page({
    title: 'Chiffres des adhésions',
    layout: 'office',
    header: {
      trail: [{ label: 'Adhésions', href: paths.office }],
      lead: <p>Au {formatDate(today)}. Chaque chiffre mène à la liste qui le prouve.</p>,
      actions: (
        <ButtonLink kind="ghost" href={moneyPaths.showcase}>
          La vitrine publique
        </ButtonLink>
      ),
    },
    content:
      members.length + before.length === 0 ? (
        <EmptyState title="Pas encore d’adhésion à compter" />
      ) : (
        <>
          <KeyFigures
            figures={[
              { value: formatNumber(members.length), label: 'membres aujourd’hui', href: listHref(today) },
              ...(moves.rate === null
                ? []
                : [
                    {
                      value: formatPercent(moves.rate),
                      label: `de ceux d’il y a un an sont restés (${moves.stayed.length} sur ${before.length})`,
                      href: listHref(today, { groupe: 'reconduits' }),
                    },
                  ]),
              {
                value: formatNumber(moves.came.length),
                label: 'sont là depuis moins d’un an',
                href: listHref(today, { groupe: 'nouveaux' }),
              },
              {
                value: formatNumber(moves.left.length),
                label: 'ne sont plus là',
                href: listHref(today, { groupe: 'partis' }),
              },
            ]}
          />
          {byYear.length > 1 && (
            <Panel title="Au fil des années">
              <TrendChart
                id="membres"
                title="Membres au 31 décembre, et aujourd’hui"
                points={byYear.map(({ day, count }) => ({
                  label: day.equals(today) ? 'Aujourd’hui' : String(day.year),
                  value: count,
                  text: formatNumber(count),
                  at: day.year,
                }))}
              />
              <ul>
                {byYear.map(({ day, count }) => (
                  <li>
                    <a href={listHref(day)}>{formatDate(day)}</a> : {plural(count, 'membre')}
                  </li>
                ))}
              </ul>
            </Panel>
          )}
          {facets.map(([facet, title, unknown]) => (
            <Panel title={title}>
              <DataTable
                id={facet}
                caption={title}
                quietCaption
                rows={countsBy(members, facet)}
                rowId={({ value }) => value}
                rowName={({ value }) => nameOf(facet, value, unknown)}
                columns={[
                  {
                    key: 'value',
                    label: title.replace('Par ', '').replace(/^./, (letter) => letter.toUpperCase()),
                    heads: true,
                    cell: ({ value }) => (
                      <a href={listHref(today, { par: facet, valeur: value })}>{nameOf(facet, value, unknown)}</a>
                    ),
                  },
                  { key: 'count', label: 'Membres', numeric: true, cell: ({ count }) => formatNumber(count) },
                  {
                    key: 'share',
                    label: 'Part',
                    numeric: true,
                    whole: true,
                    cell: ({ count }) => formatPercent(count / members.length),
                  },
                ]}
                empty={null}
              />
            </Panel>
          ))}
        </>
      ),
  });
}

interface Listed {
  rows: readonly MemberOn[];
  title: string;
  search: string;
}

/** The list that one figure counted. */
async function listed(exchange: Exchange): Promise<Listed | null> {
  const { ctx } = exchange;
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const day = dayAsked(exchange.query('jour')) ?? today;
  const group = (Object.keys(groups) as Group[]).find((one) => one === exchange.query('groupe'));
  const facet = facets.find(([one]) => one === exchange.query('par'));
  const value = exchange.query('valeur');
  const now = await membersOn(ctx, day);
  const rows = group ? movements(await membersOn(ctx, yearBefore(day)), now)[groups[group]] : now;
  const kept = facet ? rows.filter((row) => row[facet[0]] === value) : rows;
  const words = {
    reconduits: `Membres au ${formatDate(day)}, et déjà un an avant`,
    nouveaux: `Membres au ${formatDate(day)}, pas un an avant`,
    partis: `Membres un an avant le ${formatDate(day)}, plus ce jour-là`,
  };
  const search = new URLSearchParams({
    jour: day.toString(),
    ...(group ? { groupe: group } : {}),
    ...(facet ? { par: facet[0], valeur: value } : {}),
  });
  return {
    rows: kept,
    title: [
      group ? words[group] : `Membres au ${formatDate(day)}`,
      facet ? nameOf(facet[0], value, facet[2]).toLowerCase() : '',
    ]
      .filter(Boolean)
      .join(', '),
    search: search.toString(),
  };
}

function dayAsked(text: string): Temporal.PlainDate | null {
  const day = dayTyped(text);
  return day === null ? null : Temporal.PlainDate.from(day);
}

/** `GET /gestion/adhesions/chiffres/liste`: who a figure counts. */
export async function showFigureList(exchange: Exchange): Promise<Response> {
  const found = await listed(exchange);
  if (!found) return exchange.notFound();
  return exchange.page({
    title: found.title,
    layout: 'office',
    header: {
      trail: [
        { label: 'Adhésions', href: paths.office },
        { label: 'Chiffres', href: moneyPaths.figures },
      ],
    },
    content: (
      <>
        <ResultCount count={plural(found.rows.length, 'membre')} />
        <DataTable
          id="membres"
          caption={found.title}
          quietCaption
          rows={found.rows}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          exports={{ csv: `${moneyPaths.figures}.csv?${found.search}` }}
          columns={[
            {
              key: 'name',
              label: 'Qui',
              heads: true,
              cell: (row): JSX.Element => <a href={paths.membership(row.id)}>{row.name}</a>,
            },
            { key: 'who', label: 'Sorte', cell: (row) => whoLabels[row.who] },
            { key: 'college', label: 'Collège', cell: (row) => row.college },
            { key: 'municipality', label: 'Commune', cell: (row) => row.municipality },
            { key: 'campaign', label: 'Adhésion', cell: (row) => row.campaign },
          ]}
          empty={<EmptyState title="Personne ici" />}
        />
      </>
    ),
  });
}

const columns: ExportColumn<MemberOn>[] = [
  { header: 'Nom', value: (row) => row.name, width: 32 },
  { header: 'Qui', value: (row) => whoLabels[row.who] },
  { header: 'Collège', value: (row) => row.college },
  { header: 'Commune', value: (row) => row.municipality },
  { header: 'Adhésion', value: (row) => row.campaign },
  { header: 'Du', value: (row) => row.startsOn },
  { header: 'Au', value: (row) => row.endsOn },
];

/** `GET /gestion/adhesions/chiffres.csv`: the same list, to keep. */
export async function sendFigureList(exchange: Exchange): Promise<Response> {
  const found = await listed(exchange);
  if (!found) return exchange.notFound();
  return exchange.http.body(csvStream(columns, each(found.rows)) as never, 200, {
    'content-type': csvContentType,
    'content-disposition': 'attachment; filename="membres.csv"',
  });
}

async function* each(rows: readonly MemberOn[]): AsyncGenerator<MemberOn> {
  yield* rows;
}
