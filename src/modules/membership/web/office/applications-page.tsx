import { pageAsked, pagesFor } from '#modules/hub/index.ts';
import { paymentWayNames, type PaymentWay } from '#modules/payments/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatDate, formatMoney, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar, ResultCount } from '#ui/components/filter-bar.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { acceptApplications, decidedWords } from '../../commands/decide.ts';
import { payTogether } from '../../commands/pay-together.ts';
import { applicationStateNames, sourceNames } from '../../domain/application-states.ts';
import { whoLabels } from '../../domain/who.ts';
import { paths } from '../../paths.ts';
import type { MembershipDependencies } from '../../ports.ts';
import {
  applicationCounts,
  applicationList,
  applicationsAPage,
  applicationViews,
  type ApplicationListed,
  type ApplicationView,
} from '../../queries/application-list.ts';
import { sentenceOf } from '../form-answer.ts';

const viewLabels: Readonly<Record<ApplicationView, string>> = {
  'a-valider': 'À valider',
  'a-payer': 'À payer',
  acceptees: 'Acceptées',
  fermees: 'Refusées ou retirées',
  toutes: 'Toutes',
};

/** A name is looked for everywhere, unless the employee chose where. */
const viewOf = (q: string): ApplicationView => (q ? 'toutes' : 'a-valider');

const hrefOf = (view: ApplicationView, q: string, page = 1): string => {
  const search = new URLSearchParams();
  if (view !== viewOf(q)) search.set('vue', view);
  if (q) search.set('q', q);
  if (page > 1) search.set('page', String(page));
  return search.size > 0 ? `${paths.applications}?${search.toString()}` : paths.applications;
};

/** `GET /gestion/adhesions/demandes`: applications to validate, that wait for their money, and the others. */
export async function showApplications(exchange: Exchange): Promise<Response> {
  const { ctx } = exchange;
  const q = exchange.query('q').trim().slice(0, 100);
  const view = applicationViews.find((one) => one === exchange.query('vue')) ?? viewOf(q);
  const page = pageAsked(exchange.query('page'));
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().toString();
  const [{ rows, count }, counts] = await Promise.all([
    applicationList(ctx, { view, q }, page),
    applicationCounts(ctx.db),
  ]);
  return exchange.page({
    title: 'Demandes d’adhésion',
    layout: 'office',
    header: {
      trail: [{ label: 'Adhésions', href: paths.office }],
      actions: (
        <ButtonLink icon="plus" href={paths.type}>
          Saisir un bulletin
        </ButtonLink>
      ),
    },
    content: (
      <>
        <Tabs
          label="Où en sont les demandes"
          tabs={applicationViews.map((one) => ({
            label: viewLabels[one],
            href: hrefOf(one, ''),
            current: one === view,
            ...(one === 'a-valider' ? { count: counts.toValidate } : one === 'a-payer' ? { count: counts.toPay } : {}),
          }))}
        />
        <FilterBar
          action={paths.applications}
          label="Filtrer les demandes"
          submit="Chercher"
          active={q ? [{ label: `« ${q} »`, removeHref: hrefOf(view, '') }] : []}
        >
          <SearchField name="q" label="Un nom, un e-mail, qui paie" value={q} />
          {view !== 'a-valider' && <input type="hidden" name="vue" value={view} />}
        </FilterBar>
        <ResultCount count={plural(count, 'demande')} />
        <DataTable
          id="demandes"
          caption="Demandes d’adhésion"
          quietCaption
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          {...(view === 'a-valider' || view === 'a-payer'
            ? {
                bulk: {
                  action: paths.applicationsBulk,
                  hidden: (
                    <>
                      <input type="hidden" name={formKeyField} value={exchange.formKey} />
                      <input type="hidden" name="vue" value={view} />
                      <DateField
                        name="meetingOn"
                        id="lot-seance"
                        label="Au nom du CA du"
                        hint="Vide : en votre nom."
                        max={today}
                      />
                    </>
                  ),
                  actions: [
                    { value: 'valider', label: 'Valider' },
                    ...(view === 'a-payer' ? [{ value: 'ensemble', label: 'Payées ensemble' }] : []),
                  ],
                },
              }
            : {})}
          empty={
            <EmptyState
              title={view === 'a-valider' ? 'Rien à valider' : 'Aucune demande ici'}
              actions={
                <ButtonLink kind="ghost" href={hrefOf('toutes', '')}>
                  Voir toutes les demandes
                </ButtonLink>
              }
            >
              <p>Les demandes du site arrivent ici ; celles qui viennent sur papier se saisissent.</p>
            </EmptyState>
          }
        />
        <Pagination page={page} pages={pagesFor(count, applicationsAPage)} hrefOf={(one) => hrefOf(view, q, one)} />
      </>
    ),
  });
}

const columns: readonly Column<ApplicationListed>[] = [
  {
    key: 'name',
    label: 'Qui',
    heads: true,
    cell: (row) => (
      <>
        <a href={paths.application(row.id)}>{row.name}</a>
        <p class="facts">{[row.by, whoLabels[row.who], row.scale].filter(Boolean).join(' · ')}</p>
      </>
    ),
  },
  {
    key: 'state',
    label: 'État',
    cell: (row) => (
      <>
        {applicationStateNames[row.state]}
        {row.stateNote && <p class="facts">{row.stateNote}</p>}
      </>
    ),
  },
  { key: 'owed', label: 'Cotisation', numeric: true, whole: true, cell: (row) => formatMoney(row.owed) },
  {
    key: 'way',
    label: 'Règlement',
    cell: (row) =>
      [
        row.chosenWay && row.chosenWay in paymentWayNames ? paymentWayNames[row.chosenWay as PaymentWay] : '',
        row.payer !== row.name ? `par ${row.payer}` : '',
      ]
        .filter(Boolean)
        .join(', '),
  },
  { key: 'source', label: 'Par', whole: true, cell: (row) => sourceNames[row.source] },
  {
    key: 'at',
    label: 'Reçue',
    whole: true,
    cell: (row) => formatDate(row.createdAt, { style: 'short' }),
  },
];

/** `POST /gestion/adhesions/demandes/lot`: says yes to several, or puts them on one payment. */
export async function receiveApplicationsBulk(exchange: Exchange, deps: MembershipDependencies): Promise<Response> {
  const form = await exchange.form();
  const ids = form.all('ids');
  const view = applicationViews.find((one) => one === form.values['vue']) ?? 'a-valider';
  const back = hrefOf(view, '');
  if (form.values['action'] === 'ensemble') {
    const outcome = await execute(exchange.ctx, payTogether(deps), { ids }, { key: form.key });
    return exchange.redirect(
      back,
      outcome.ok
        ? { tone: 'success', text: 'Un seul paiement pour ces adhésions.' }
        : { tone: 'warning', text: sentenceOf(outcome) },
    );
  }
  const meetingOn = form.values['meetingOn'] || null;
  const outcome = await execute(exchange.ctx, acceptApplications(deps), { ids, meetingOn }, { key: form.key });
  return exchange.redirect(
    back,
    outcome.ok
      ? { tone: 'success', text: `${decidedWords(outcome.value.decided)}.` }
      : { tone: 'warning', text: sentenceOf(outcome) },
  );
}
