import type { JSX } from 'preact';
import { pagesFor } from '#modules/hub/index.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ResultCount } from '#ui/components/filter-bar.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { outcomeNames, requestOutcomes } from '../../domain/request-outcomes.ts';
import { paths } from '../../paths.ts';
import { mayKeepAdvice } from '../../policy.ts';
import { colleagues, type Colleague } from '../../queries/colleagues.ts';
import { queueChoices, requestList, rowsAPage } from '../../queries/request-list.ts';
import { queueColumns } from './queue-columns.tsx';
import { QueueFilters, type QueueChoices } from './queue-filters.tsx';
import { queueHref, readQueueQuery, type QueueQuery } from './queue-query.ts';

/** `GET /gestion/demandes`: who waits, since when, and who has it. */
export async function showQueue(exchange: Exchange): Promise<Response> {
  const query = readQueueQuery(exchange.url.searchParams);
  const { ctx } = exchange;
  const keeps = mayKeepAdvice(exchange.actor);
  const [{ rows, count }, choices, team] = await Promise.all([
    requestList(ctx, query, query.page),
    queueChoices(ctx),
    keeps ? colleagues(ctx.db) : [],
  ]);
  return exchange.page({
    title: 'Demandes',
    layout: 'office',
    publicHref: paths.contact,
    header: {
      lead: keeps
        ? 'Chaque question qu’on vous pose, par le site, au téléphone ou à la porte. Quelqu’un s’en charge dans le jour ouvré.'
        : 'Les demandes qui vous sont confiées.',
      ...(keeps ? { actions: <Actions /> } : {}),
    },
    content: (
      <>
        <States query={query} choices={choices} />
        {keeps && <QueueFilters query={query} choices={choices} />}
        <ResultCount
          count={plural(count, 'demande')}
          links={keeps ? [{ label: 'chiffres', href: paths.figures }] : []}
        />
        <DataTable
          id="demandes"
          caption="Demandes"
          quietCaption
          columns={queueColumns(query, { zone: ctx.zone, now: ctx.clock.now() })}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          {...(keeps
            ? {
                exports: {
                  csv: queueHref(query, {}, `${paths.queue}.csv`),
                  xlsx: queueHref(query, {}, `${paths.queue}.xlsx`),
                },
                bulk: {
                  action: paths.bulk,
                  hidden: <BulkFields exchange={exchange} query={query} team={team} />,
                  actions: [
                    { value: 'confier', label: 'Confier' },
                    { value: 'etiqueter', label: 'Étiqueter' },
                    { value: 'clore', label: 'Clore' },
                  ],
                },
              }
            : {})}
          empty={<Nothing query={query} />}
        />
        <Pagination
          page={query.page}
          pages={pagesFor(count, rowsAPage)}
          hrefOf={(page) => queueHref(query, { page })}
        />
      </>
    ),
  });
}

function Actions(): JSX.Element {
  return (
    <>
      <ButtonLink icon="plus" href={paths.record}>
        Saisir une demande
      </ButtonLink>
      <ButtonLink kind="ghost" icon="calendar" href={paths.slots}>
        Rendez-vous
      </ButtonLink>
      <ButtonLink kind="ghost" icon="settings" href={paths.settings}>
        Réglages
      </ButtonLink>
    </>
  );
}

function States({ query, choices }: { readonly query: QueueQuery; readonly choices: QueueChoices }): JSX.Element {
  const tab = (change: Partial<QueueQuery>, label: string, count?: number) => ({
    label,
    ...(count === undefined ? {} : { count }),
    href: queueHref(query, { mine: false, ...change }),
    current: query.state === change.state && query.mine === (change.mine ?? false),
  });
  return (
    <Tabs
      label="État des demandes"
      tabs={[
        tab({ state: 'waiting' }, 'En attente', choices.waiting),
        tab({ state: 'waiting', mine: true }, 'Les miennes', choices.mine),
        tab({ state: 'answered' }, 'Répondues', choices.answered),
        tab({ state: 'closed' }, 'Closes', choices.closed),
        tab({ state: null }, 'Toutes'),
      ]}
    />
  );
}

function BulkFields({
  exchange,
  query,
  team,
}: {
  readonly exchange: Exchange;
  readonly query: QueueQuery;
  readonly team: readonly Colleague[];
}): JSX.Element {
  return (
    <>
      <input type="hidden" name={formKeyField} value={exchange.formKey} />
      <input type="hidden" name="retour" value={queueHref(query, { page: query.page })} />
      <Select
        name="personId"
        id="lot-personne"
        label="Confier à"
        placeholder="Choisir"
        choices={team.map(({ id, name, isBoard }) => ({ value: id, label: isBoard ? `${name} (CA)` : name }))}
      />
      <TextField name="tag" id="lot-etiquette" label="Étiquette" size="medium" />
      <Select
        name="outcome"
        id="lot-issue"
        label="Issue"
        placeholder="Choisir"
        choices={requestOutcomes.map((value) => ({ value, label: outcomeNames[value] }))}
      />
    </>
  );
}

function Nothing({ query }: { readonly query: QueueQuery }): JSX.Element {
  const isPlain = queueHref(query) === paths.queue;
  return isPlain ? (
    <EmptyState
      title="Tout le monde a sa réponse"
      actions={
        <ButtonLink kind="ghost" href={queueHref(query, { state: 'answered' })}>
          Revoir les dernières réponses
        </ButtonLink>
      }
    >
      <p>Les prochaines demandes arriveront ici, et dans « À faire ».</p>
    </EmptyState>
  ) : (
    <EmptyState title="Aucune demande ici" actions={<ButtonLink href={paths.queue}>Voir ce qui attend</ButtonLink>} />
  );
}
