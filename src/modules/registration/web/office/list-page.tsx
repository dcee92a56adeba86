import type { JSX } from 'preact';
import { agendaOfficePaths, eventPath, EventTabs, whenInWords } from '#modules/agenda/index.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ResultCount } from '#ui/components/filter-bar.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { paths } from '../../paths.ts';
import { AddForm, type TypedPersonForm } from './add-form.tsx';
import { listColumns } from './list-columns.tsx';
import { Filters } from './list-filters.tsx';
import { Actions, Counts, DateChoice, StateTabs } from './list-head.tsx';
import { listHref, readList, readListQuery, type ListQuery, type RegistrationList } from './read-list.ts';

const nothingTyped: TypedPersonForm = { all: () => [], errors: {} };

/** `GET /gestion/agenda/:id/inscriptions`: who comes, who waits, and the line that registers someone who phoned. */
export async function showList(exchange: Exchange): Promise<Response> {
  return listPage(exchange, nothingTyped);
}

export async function listPage(exchange: Exchange, typed: TypedPersonForm, status = 200): Promise<Response> {
  const query = readListQuery(exchange.url.searchParams);
  const list = await readList(exchange, query);
  if (!list) return exchange.notFound();
  const { event, offer, rows } = list;
  const title = 'Inscriptions';
  const tabs = <EventTabs actor={exchange.actor} event={event} current="registrations" />;
  return exchange.page({
    title: `${title} : ${event.fields.title}`,
    layout: 'office',
    section: agendaOfficePaths.list,
    status,
    publicHref: eventPath(event.slug),
    header: {
      title,
      lead: [event.fields.title, list.date && whenOf(list.date, exchange)].filter(Boolean).join(', '),
      trail: [
        { label: 'Agenda', href: agendaOfficePaths.list },
        { label: event.fields.title, href: event.origin?.officePath ?? agendaOfficePaths.event(event.id) },
        { label: title, href: paths.office(event.id) },
      ],
      actions: <Actions list={list} />,
    },
    content: offer ? (
      <>
        {tabs}
        <DateChoice list={list} query={query} zone={exchange.hub.zone} now={exchange.ctx.clock.now()} />
        <Counts list={list} />
        <AddForm exchange={exchange} list={list} typed={typed} />
        <StateTabs list={list} query={query} />
        <Filters list={list} query={query} />
        <ResultCount
          count={plural(rows.length, 'personne')}
          links={[{ label: 'qui vient d’où', href: paths.origins(event.id) }]}
        />
        <DataTable
          id="inscriptions"
          caption="Inscriptions"
          quietCaption
          columns={listColumns(list, query, exchange.hub.zone)}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          exports={{
            csv: listHref(event.id, query, {}, '.csv'),
            xlsx: listHref(event.id, query, {}, '.xlsx'),
          }}
          {...(query.tab === 'annules'
            ? {}
            : {
                bulk: {
                  action: paths.bulk(event.id),
                  hidden: <BulkFields exchange={exchange} list={list} query={query} />,
                  actions: [
                    ...(query.tab === 'attente' ? [{ value: 'placer', label: 'Donner une place' }] : []),
                    { value: 'annuler', label: 'Annuler', kind: 'danger' as const },
                  ],
                },
              })}
          empty={<Nothing query={query} list={list} />}
        />
      </>
    ) : (
      <>
        {tabs}
        <EmptyState
          title="On ne s’inscrit pas encore à ce rendez-vous"
          actions={<ButtonLink href={paths.settings(event.id)}>Régler les inscriptions</ButtonLink>}
        >
          <p>Places, questions, tarifs, liste d’attente : deux minutes, et tout le reste se fait seul.</p>
        </EmptyState>
      </>
    ),
  });
}

function whenOf(date: NonNullable<RegistrationList['date']>, { ctx, hub }: Exchange): string {
  return whenInWords(date, { today: ctx.clock.now().toZonedDateTimeISO(hub.zone).toPlainDate(), zone: hub.zone });
}

function BulkFields({
  exchange,
  list,
  query,
}: {
  readonly exchange: Exchange;
  readonly list: RegistrationList;
  readonly query: ListQuery;
}): JSX.Element {
  return (
    <>
      <input type="hidden" name={formKeyField} value={exchange.formKey} />
      <input type="hidden" name="retour" value={listHref(list.event.id, query)} />
      <TextField
        name="note"
        id="lot-raison"
        label={
          query.tab === 'attente'
            ? 'Pourquoi (gardé au journal, dit à la personne si vous annulez)'
            : 'Raison, dite à la personne'
        }
      />
    </>
  );
}

function Nothing({
  list: { all, event },
  query,
}: {
  readonly list: RegistrationList;
  readonly query: ListQuery;
}): JSX.Element {
  if (all.length === 0)
    return (
      <EmptyState
        title="Personne encore"
        actions={<ButtonLink href={eventPath(event.slug)}>Voir la page publique</ButtonLink>}
      >
        <p>Quelqu’un appelle ? Un nom suffit, plus haut. Le site s’occupe des autres.</p>
      </EmptyState>
    );
  return (
    <EmptyState
      title={query.tab === 'attente' ? 'Personne n’attend' : 'Personne ici'}
      actions={
        <ButtonLink kind="ghost" href={paths.office(event.id)}>
          Voir les inscrits
        </ButtonLink>
      }
    />
  );
}
