import type { JSX } from 'preact';
import { pagesFor } from '#modules/hub/index.ts';
import { formatDate, formatMoney, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar, ResultCount } from '#ui/components/filter-bar.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { Select } from '#ui/fields/select.tsx';
import { leftToPay, leftToReturn } from '../../domain/ledger.ts';
import { notedWays, wayNames, ways } from '../../domain/ways.ts';
import { paths } from '../../paths.ts';
import type { PaymentDependencies } from '../../ports.ts';
import { chargeCounts, chargeList, chargesAPage, type ChargeRow } from '../../queries/charge-list.ts';
import { stateInWords } from '../texts.ts';
import { listHref, readListQuery, type ListQuery } from './list-query.ts';

/** `GET /gestion/paiements`: what is expected, late, paid, to give back. */
export async function showList(exchange: Exchange, deps: PaymentDependencies): Promise<Response> {
  const { ctx } = exchange;
  const query = readListQuery(exchange.url.searchParams);
  const [{ rows, count }, counts] = await Promise.all([chargeList(ctx, query, query.page), chargeCounts(ctx)]);
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  return exchange.page({
    title: 'Paiements',
    layout: 'office',
    header: {
      lead:
        counts.expected > 0
          ? `${formatMoney(counts.expectedSum)} attendus en ${plural(counts.expected, 'paiement')}.`
          : 'Rien n’est attendu en ce moment.',
      actions: <Actions depositable={counts.depositable} />,
    },
    content: (
      <>
        {deps.gateway.openSince() !== null && <Resting />}
        <Views query={query} counts={counts} />
        <FilterBar
          action={paths.list}
          label="Filtrer les paiements"
          submit="Filtrer"
          active={[
            ...(query.q ? [{ label: `« ${query.q} »`, removeHref: listHref(query, { q: '' }) }] : []),
            ...(query.way ? [{ label: wayNames[query.way], removeHref: listHref(query, { way: null }) }] : []),
          ]}
          resetHref={listHref(query, { q: '', way: null })}
        >
          <SearchField name="q" label="Un nom, un sujet, un numéro de chèque" value={query.q} />
          <Select
            name="moyen"
            label="Moyen annoncé"
            placeholder="Tous"
            value={query.way ?? ''}
            choices={ways.map((way) => ({ value: way, label: wayNames[way] }))}
          />
          {query.view !== 'a-recevoir' && <input type="hidden" name="vue" value={query.view} />}
        </FilterBar>
        <ResultCount
          count={plural(count, 'somme')}
          links={[
            { label: 'registre complet, CSV', href: `${paths.ledger}.csv` },
            { label: 'XLSX', href: `${paths.ledger}.xlsx` },
          ]}
        />
        <DataTable
          id="paiements"
          caption="Paiements"
          quietCaption
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => `${row.payerName}, ${row.label}`}
          exports={{ csv: listHref(query, {}, `${paths.list}.csv`), xlsx: listHref(query, {}, `${paths.list}.xlsx`) }}
          bulk={{
            action: paths.bulk,
            hidden: <BulkFields exchange={exchange} query={query} today={today} />,
            actions: [{ value: 'encaisser', label: 'Noter reçu' }],
          }}
          empty={<Nothing query={query} />}
        />
        <Pagination
          page={query.page}
          pages={pagesFor(count, chargesAPage)}
          hrefOf={(page) => listHref(query, { page })}
        />
      </>
    ),
  });
}

function Actions({ depositable }: { readonly depositable: number }): JSX.Element {
  return (
    <>
      <ButtonLink kind="ghost" href={paths.deposits}>
        Remises de chèques{depositable > 0 ? ` (${depositable})` : ''}
      </ButtonLink>
      <ButtonLink kind="ghost" href={paths.invoices}>
        Factures et reçus
      </ButtonLink>
      <ButtonLink kind="ghost" icon="settings" href={paths.settings}>
        Réglages
      </ButtonLink>
    </>
  );
}

function Resting(): JSX.Element {
  return (
    <Notice state="warning" title="HelloAsso ne répond pas en ce moment">
      <p>Les paiements par carte attendent ; tout le reste marche. On réessaie tout seul.</p>
    </Notice>
  );
}

function Views({
  query,
  counts,
}: {
  readonly query: ListQuery;
  readonly counts: Awaited<ReturnType<typeof chargeCounts>>;
}): JSX.Element {
  const tab = (view: ListQuery['view'], label: string, count?: number) => ({
    label,
    ...(count === undefined ? {} : { count }),
    href: listHref(query, { view }),
    current: query.view === view,
  });
  return (
    <Tabs
      label="Où en sont les paiements"
      tabs={[
        tab('a-recevoir', 'À recevoir', counts.expected),
        tab('en-retard', 'En retard', counts.late),
        tab('a-rendre', 'À rendre', counts.toReturn),
        tab('payes', 'Payés'),
        tab('tous', 'Tous'),
      ]}
    />
  );
}

const columns: readonly Column<ChargeRow>[] = [
  {
    key: 'who',
    label: 'Qui et pour quoi',
    heads: true,
    cell: (row) => (
      <>
        <a href={paths.charge(row.id)}>{row.payerName}</a>
        <p class="facts">{row.label}</p>
      </>
    ),
  },
  {
    key: 'amount',
    label: 'Somme',
    numeric: true,
    whole: true,
    cell: (row) => formatMoney(row.amount, { cents: 'always' }),
  },
  {
    key: 'left',
    label: 'Reste',
    numeric: true,
    whole: true,
    cell: (row) => {
      const back = leftToReturn(row);
      if (back > 0) return <span class="late">{formatMoney(-back, { cents: 'always' })}</span>;
      return formatMoney(leftToPay(row), { cents: 'always' });
    },
  },
  { key: 'state', label: 'État', whole: true, cell: (row) => stateInWords(row) },
  {
    key: 'due',
    label: 'Échéance',
    whole: true,
    cell: (row) =>
      row.dueOn && <span class={row.isLate ? 'late' : undefined}>{formatDate(row.dueOn, { style: 'short' })}</span>,
  },
];

function BulkFields({
  exchange,
  query,
  today,
}: {
  readonly exchange: Exchange;
  readonly query: ListQuery;
  readonly today: Temporal.PlainDate;
}): JSX.Element {
  return (
    <>
      <input type="hidden" name={formKeyField} value={exchange.formKey} />
      <input type="hidden" name="retour" value={listHref(query, { page: query.page })} />
      <Select
        name="way"
        id="lot-moyen"
        label="Reçu par"
        placeholder="Moyen annoncé"
        choices={notedWays.map((way) => ({ value: way, label: wayNames[way] }))}
      />
      <DateField name="receivedOn" id="lot-date" label="Le" value={today.toString()} max={today.toString()} />
    </>
  );
}

function Nothing({ query }: { readonly query: ListQuery }): JSX.Element {
  if (query.q || query.way || query.view !== 'a-recevoir')
    return (
      <EmptyState
        title="Aucune somme ici"
        actions={
          <ButtonLink href={listHref(query, { view: 'tous', q: '', way: null })}>Voir toutes les sommes</ButtonLink>
        }
      />
    );
  return (
    <EmptyState
      title="Tout est payé"
      actions={
        <ButtonLink kind="ghost" href={listHref(query, { view: 'payes' })}>
          Revoir ce qui a été reçu
        </ButtonLink>
      }
    >
      <p>Les inscriptions payantes et les formations amènent ici ce qui est dû, avec l’échéance.</p>
    </EmptyState>
  );
}
