import { pageAsked, pagesFor } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import {
  csvContentType,
  csvStream,
  xlsxContentType,
  xlsxStream,
  type ExportColumn,
} from '#platform/spreadsheet-export/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Chip } from '#ui/components/chip.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar, ResultCount } from '#ui/components/filter-bar.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { Select } from '#ui/fields/select.tsx';
import { rhythmNames, rhythms } from '../../../domain/rhythms.ts';
import { subjectNames } from '../../../domain/subject-names.ts';
import { stateOf, subscriptionStateNames, subscriptionStates } from '../../../domain/subscription.ts';
import { paths } from '../../../paths.ts';
import { subscriptionPaths } from '../../../reader-paths.ts';
import { endByTeam } from '../../commands/by-team.ts';
import { subscriberCounts, subscriberList, type Subscriber } from '../../queries/subscribers.ts';
import { refusalText, subjectOptions } from '../texts.ts';
import { filterQuery, filtersAsked } from './subscriber-filters.ts';

const pageSize = 50;
const mostExported = 100_000;

export const subscribersTrail = [
  { label: 'Envois', href: paths.list },
  { label: 'Abonné·es', href: subscriptionPaths.list },
] as const;

const subjectsOf = (row: Subscriber) => row.subjects.map((subject) => subjectNames[subject]).join(', ');

/** `GET /gestion/envois/abonnes`. */
export async function showSubscribers(exchange: Exchange): Promise<Response> {
  const { ctx } = exchange;
  const filters = filtersAsked(exchange);
  const page = pageAsked(exchange.query('page'));
  const now = ctx.clock.now();
  const [{ rows, count }, counts] = await Promise.all([
    subscriberList(ctx.db, filters, now, { limit: pageSize, offset: (page - 1) * pageSize }),
    subscriberCounts(ctx.db),
  ]);
  const query = filterQuery(filters);
  const isFiltered = query !== '';
  return exchange.page({
    title: 'Abonné·es',
    layout: 'office',
    section: paths.list,
    publicHref: subscriptionPaths.subscribe,
    header: {
      lead: `${plural(counts.readers, 'personne reçoit', 'personnes reçoivent')} nos nouvelles, sur les sujets et au rythme qu’elles ont choisis.`,
      trail: subscribersTrail,
      actions: (
        <ButtonLink icon="plus" href={subscriptionPaths.add}>
          Abonner quelqu’un
        </ButtonLink>
      ),
    },
    content: (
      <>
        <FilterBar
          action={subscriptionPaths.list}
          label="Chercher parmi les abonné·es"
          submit="Filtrer"
          resetHref={subscriptionPaths.list}
        >
          <SearchField name="q" label="Adresse ou nom" value={filters.words} />
          <Select
            name="etat"
            label="État"
            placeholder="Tous"
            value={filters.state ?? ''}
            choices={subscriptionStates.map((value) => ({ value, label: subscriptionStateNames[value] }))}
          />
          <Select
            name="sujet"
            label="Sujet"
            placeholder="Tous les sujets"
            value={filters.subject ?? ''}
            choices={subjectOptions.map(({ value, label }) => ({
              value,
              label: `${label} (${counts.bySubject.get(value) ?? 0})`,
            }))}
          />
          <Select
            name="rythme"
            label="Rythme"
            placeholder="Tous"
            value={filters.rhythm ?? ''}
            choices={rhythms.map((value) => ({ value, label: rhythmNames[value] }))}
          />
        </FilterBar>
        <ResultCount count={plural(count, 'adresse')} />
        <DataTable
          id="abonnes"
          caption="Abonné·es"
          quietCaption
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => row.address}
          columns={[
            {
              key: 'adresse',
              label: 'Adresse',
              heads: true,
              cell: (row) => (
                <>
                  <a href={subscriptionPaths.subscriber(row.id)}>{row.address}</a>
                  <p class="facts">
                    {row.name}{' '}
                    {stateOf(row, now) !== 'active' && <Chip>{subscriptionStateNames[stateOf(row, now)]}</Chip>}
                  </p>
                </>
              ),
            },
            { key: 'sujets', label: 'Sujets', cell: subjectsOf },
            { key: 'rythme', label: 'Rythme', whole: true, cell: (row) => rhythmNames[row.rhythm] },
            {
              key: 'depuis',
              label: 'Depuis',
              whole: true,
              cell: (row) => (row.confirmedAt ? formatDate(dayIn(row.confirmedAt, ctx.zone)) : '—'),
            },
          ]}
          bulk={{
            action: subscriptionPaths.list,
            hidden: <input type="hidden" name={formKeyField} value={exchange.formKey} />,
            actions: [{ value: 'arreter', label: 'Ne plus leur écrire' }],
          }}
          exports={{ csv: subscriptionPaths.export('csv') + query, xlsx: subscriptionPaths.export('xlsx') + query }}
          empty={
            <EmptyState
              title={isFiltered ? 'Personne ne répond à ces filtres' : 'Personne n’est encore abonné'}
              actions={<ButtonLink href={subscriptionPaths.add}>Abonner quelqu’un</ButtonLink>}
            >
              <p>
                {isFiltered
                  ? 'Ôtez un filtre, ou cherchez une partie de l’adresse.'
                  : 'Le formulaire est sur l’accueil du site. Vous pouvez aussi noter un bulletin papier.'}
              </p>
            </EmptyState>
          }
        />
        <Pagination
          page={page}
          pages={pagesFor(count, pageSize)}
          hrefOf={(other) => subscriptionPaths.list + filterQuery(filters, other)}
        />
      </>
    ),
  });
}

/** `POST` of the same: stops the subscriptions ticked. */
export async function receiveSubscribers(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const outcome = await execute(exchange.ctx, endByTeam, { ids: form.all('ids') }, form.key ? { key: form.key } : {});
  if (!outcome.ok)
    return exchange.redirect(subscriptionPaths.list, {
      tone: 'warning',
      text: outcome.fields['ids'] ?? refusalText(outcome.reason),
    });
  return exchange.redirect(subscriptionPaths.list, {
    tone: 'success',
    text: `${plural(outcome.value.count, 'abonnement arrêté', 'abonnements arrêtés')}. Plus rien ne leur sera envoyé.`,
  });
}

const dayIn = (at: Temporal.Instant, zone: string) => at.toZonedDateTimeISO(zone).toPlainDate();

/** `GET /gestion/envois/abonnes.csv` and `.xlsx`: what the filters show. */
export async function sendSubscribers(exchange: Exchange, format: 'csv' | 'xlsx'): Promise<Response> {
  const { ctx } = exchange;
  const now = ctx.clock.now();
  const { rows } = await subscriberList(ctx.db, filtersAsked(exchange), now, { limit: mostExported });
  const day = (at: Temporal.Instant | null) => at && dayIn(at, ctx.zone).toString();
  const columns: ExportColumn<Subscriber>[] = [
    { header: 'Adresse', value: (row) => row.address, width: 34 },
    { header: 'Nom', value: (row) => row.name, width: 24 },
    { header: 'Sujets', value: subjectsOf, width: 50 },
    { header: 'Rythme', value: (row) => rhythmNames[row.rhythm], width: 20 },
    { header: 'État', value: (row) => subscriptionStateNames[stateOf(row, now)] },
    { header: 'Confirmé le', value: (row) => day(row.confirmedAt) },
    { header: 'Terminé le', value: (row) => day(row.endedAt) },
    { header: 'Provenance', value: (row) => row.source, width: 30 },
  ];
  const body = format === 'csv' ? csvStream(columns, rows) : xlsxStream(columns, rows, { title: 'Abonnés' });
  return new Response(body, {
    headers: {
      'content-type': format === 'csv' ? csvContentType : xlsxContentType,
      'content-disposition': `attachment; filename="abonnes.${format}"`,
      'cache-control': 'private, no-store',
    },
  });
}
