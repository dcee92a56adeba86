import type { JSX } from 'preact';
import { formatDate, formatNumber, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import {
  csvContentType,
  csvStream,
  xlsxContentType,
  xlsxStream,
  type ExportColumn,
} from '#platform/spreadsheet-export/index.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar } from '#ui/components/filter-bar.tsx';
import { KeyFigures } from '#ui/components/key-figures.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { durationInWords } from '../../domain/course.ts';
import { distinctPeople } from '../../domain/distinct-people.ts';
import { figureCuts, figureLines, totalsOf, type FigureLine, type TrainedSeat } from '../../domain/figures.ts';
import { traineeStatusNames } from '../../domain/trainee-statuses.ts';
import { officePaths } from '../../paths.ts';
import { trainedSeats, trainedYears } from '../../queries/trained-seats.ts';
import { todayIn } from '../../queries/session-list.ts';
import { cutNames, figureHref, figureQuery, labelOf, periodName, seatsAsked, type FigureQuery } from './figures.ts';
import { trail } from './trail.ts';

/** `GET /gestion/formations/chiffres`: who was trained, each person once, each figure with its list. */
export async function showFigures(exchange: Exchange): Promise<Response> {
  const query = figureQuery(exchange);
  const { ctx } = exchange;
  const [seats, years] = await Promise.all([trainedSeats(ctx.db, query), trainedYears(ctx.db)]);
  const shown = [...new Set([todayIn(ctx).year, ...years, ...(query.year === null ? [] : [query.year])])].sort(
    (a, b) => b - a,
  );
  const lines = figureLines(seats, query.cut, (key) => labelOf(query.cut, key));
  return exchange.page({
    title: 'Chiffres des formations',
    layout: 'office',
    section: officePaths.home,
    header: {
      lead: 'Seules comptent les personnes vraiment venues, une fois chacune. Chaque nombre mène à sa liste.',
      trail: trail({ label: 'Chiffres', href: officePaths.figures }),
    },
    content: (
      <>
        <Tabs
          label="Années"
          tabs={shown.map((year) => ({
            label: String(year),
            href: figureHref(query, yearOf(year)),
            current: year === query.year,
          }))}
        />
        <Tabs
          label="Découpages"
          tabs={figureCuts.map((cut) => ({
            label: cutNames[cut],
            href: figureHref(query, { cut }),
            current: cut === query.cut,
          }))}
        />
        <FilterBar action={officePaths.figures} label="Autre période" submit="Voir cette période">
          <input type="hidden" name="par" value={query.cut} />
          <DateField name="du" label="Du" value={query.from.toString()} />
          <DateField name="au" label="Au" value={query.to.toString()} />
        </FilterBar>
        {seats.length === 0 ? (
          <EmptyState title={`Personne formée en ${periodName(query)}`}>
            <p>Les chiffres viennent des sessions terminées, dont les présences sont notées.</p>
          </EmptyState>
        ) : (
          <>
            <Totals seats={seats} query={query} />
            <DataTable
              id="chiffres"
              caption={`Personnes formées, ${cutNames[query.cut].toLowerCase()}, ${periodName(query)}`}
              rows={lines}
              rowId={(row) => row.key}
              rowName={(row) => row.label}
              columns={[
                {
                  key: 'ligne',
                  label: cutNames[query.cut],
                  heads: true,
                  cell: (row) => <a href={figureHref(query, { key: row.key }, officePaths.proof)}>{row.label}</a>,
                },
                {
                  key: 'personnes',
                  label: 'Personnes formées',
                  numeric: true,
                  cell: (row) => formatNumber(row.people),
                },
                { key: 'heures', label: 'Heures suivies', numeric: true, cell: (row) => hours(row.minutes) },
                { key: 'sessions', label: 'Sessions', numeric: true, cell: (row) => formatNumber(row.sessions) },
              ]}
              exports={{
                csv: figureHref(query, {}, `${officePaths.figures}.csv`),
                xlsx: figureHref(query, {}, `${officePaths.figures}.xlsx`),
              }}
              empty={null}
            />
            <p class="facts">
              Est la même personne celle que le pôle connaît comme telle ; sinon, le même nom avec le même e-mail ou le
              même téléphone ; sans e-mail ni téléphone, le même nom dans la même commune.
            </p>
          </>
        )}
      </>
    ),
  });
}

const hours = (minutes: number) => formatNumber(minutes / 60, { decimals: 1 });

const yearOf = (year: number): Partial<FigureQuery> => ({
  year,
  from: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
  to: Temporal.PlainDate.from({ year, month: 12, day: 31 }),
});

function Totals({
  seats,
  query,
}: {
  readonly seats: readonly TrainedSeat[];
  readonly query: FigureQuery;
}): JSX.Element {
  const { people, minutes, sessions, organizations, trainers } = totalsOf(seats);
  const told = (count: number, word: string, words: string) =>
    plural(count, word, words).split('\u00a0').slice(1).join(' ');
  return (
    <Panel>
      <KeyFigures
        figures={[
          {
            value: formatNumber(people),
            label: told(people, 'personne formée', 'personnes formées'),
            href: figureHref(query, {}, officePaths.proof),
          },
          { value: hours(minutes), label: 'heures suivies' },
          { value: formatNumber(sessions), label: told(sessions, 'session', 'sessions') },
          { value: formatNumber(organizations), label: told(organizations, 'structure', 'structures') },
          { value: formatNumber(trainers), label: told(trainers, 'personne qui forme', 'personnes qui forment') },
        ]}
      />
    </Panel>
  );
}

/** `GET /gestion/formations/chiffres.csv` and `.xlsx`. */
export async function sendFigures(exchange: Exchange, format: 'csv' | 'xlsx'): Promise<Response> {
  const query = figureQuery(exchange);
  const seats = await trainedSeats(exchange.ctx.db, query);
  const { people, minutes, sessions } = totalsOf(seats);
  const lines = figureLines(seats, query.cut, (key) => labelOf(query.cut, key));
  // Someone may stand in two lines: the last one says how many people there truly are.
  const rows = [...lines, { key: '', label: 'Ensemble, chaque personne une fois', people, minutes, sessions }];
  const columns: ExportColumn<FigureLine>[] = [
    { header: cutNames[query.cut], value: (row) => row.label, width: 34 },
    { header: 'Personnes formées', value: (row) => row.people },
    { header: 'Heures suivies', value: (row) => Math.round((row.minutes / 60) * 10) / 10 },
    { header: 'Sessions', value: (row) => row.sessions },
  ];
  return table(exchange, format, columns, rows, `personnes-formees-${periodName(query).replaceAll(' – ', '-')}`);
}

/** `GET /gestion/formations/chiffres/liste`: the people behind a figure. */
export async function showProof(exchange: Exchange): Promise<Response> {
  const query = figureQuery(exchange);
  const seats = await seatsAsked(exchange, query);
  const line = exchange.url.searchParams.get('ligne');
  const change = line === null ? {} : { key: line };
  const people = new Set(distinctPeople(seats)).size;
  return exchange.page({
    title: 'La liste derrière le chiffre',
    layout: 'office',
    section: officePaths.home,
    header: {
      lead: `${plural(people, 'personne formée', 'personnes formées')} en ${periodName(query)}${line === null ? '' : `, ${line ? labelOf(query.cut, line) : labelOf(query.cut, '')}`}.`,
      trail: trail(
        { label: 'Chiffres', href: figureHref(query) },
        { label: 'Liste', href: figureHref(query, change, officePaths.proof) },
      ),
    },
    content: (
      <DataTable
        id="personnes-formees"
        caption="Personnes formées, une ligne par session suivie"
        rows={seats}
        rowId={(row) => row.traineeId}
        rowName={(row) => row.name}
        columns={[
          { key: 'nom', label: 'Nom', heads: true, cell: (row) => row.name },
          {
            key: 'formation',
            label: 'Formation',
            cell: (row) => <a href={officePaths.session(row.sessionId)}>{row.courseTitle}</a>,
          },
          {
            key: 'jour',
            label: 'À partir du',
            whole: true,
            cell: (row) => formatDate(Temporal.PlainDate.from(row.firstDay)),
          },
          { key: 'temps', label: 'Temps suivi', numeric: true, cell: (row) => durationInWords(row.minutes) },
          { key: 'commune', label: 'Commune', cell: (row) => row.municipality },
          { key: 'structure', label: 'Structure', cell: (row) => row.organization },
          { key: 'statut', label: 'Statut', cell: (row) => traineeStatusNames[row.status] },
          { key: 'financeur', label: 'Financeur', cell: (row) => row.funder },
        ]}
        exports={{
          csv: figureHref(query, change, `${officePaths.proof}.csv`),
          xlsx: figureHref(query, change, `${officePaths.proof}.xlsx`),
        }}
        empty={<EmptyState title="Personne dans cette liste" />}
      />
    ),
  });
}

/** `GET /gestion/formations/chiffres/liste.csv` and `.xlsx`. */
export async function sendProof(exchange: Exchange, format: 'csv' | 'xlsx'): Promise<Response> {
  const query = figureQuery(exchange);
  const seats = await seatsAsked(exchange, query);
  const columns: ExportColumn<TrainedSeat>[] = [
    { header: 'Nom', value: (row) => row.name, width: 28 },
    { header: 'Formation', value: (row) => row.courseTitle, width: 34 },
    { header: 'À partir du', value: (row) => row.firstDay },
    { header: 'Heures suivies', value: (row) => Math.round((row.minutes / 60) * 100) / 100 },
    { header: 'Commune', value: (row) => row.municipality },
    { header: 'Code INSEE', value: (row) => row.insee ?? '' },
    { header: 'Structure', value: (row) => row.organization, width: 30 },
    { header: 'Statut', value: (row) => traineeStatusNames[row.status] },
    { header: 'Financeur', value: (row) => row.funder },
  ];
  return table(exchange, format, columns, seats, `liste-personnes-formees-${periodName(query).replaceAll(' – ', '-')}`);
}

function table<Row>(
  exchange: Exchange,
  format: 'csv' | 'xlsx',
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
  name: string,
): Response {
  const [body, type] =
    format === 'csv'
      ? [csvStream(columns, rows), csvContentType]
      : [xlsxStream(columns, rows, { title: 'Personnes formées' }), xlsxContentType];
  return exchange.http.body(body as never, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}.${format}"`,
  });
}
