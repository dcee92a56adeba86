import type { JSX } from 'preact';
import { agendaOfficePaths, eventPath, whenInWords } from '#modules/agenda/index.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Bar } from '#ui/components/bar.tsx';
import { ButtonLink } from '#ui/components/button.tsx';
import type { FilterChipProps } from '#ui/components/chip.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar, ResultCount } from '#ui/components/filter-bar.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { dayPaths } from '../../day/paths.ts';
import { asks } from '../../domain/questions.ts';
import { holds } from '../../domain/workshops.ts';
import { paths } from '../../paths.ts';
import { AddForm, type TypedPersonForm } from './add-form.tsx';
import { listColumns } from './list-columns.tsx';
import {
  listHref,
  readList,
  readListQuery,
  tabs,
  type ListQuery,
  type RegistrationList,
  type Tab,
} from './read-list.ts';

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
      <EmptyState
        title="On ne s’inscrit pas encore à ce rendez-vous"
        actions={<ButtonLink href={paths.settings(event.id)}>Régler les inscriptions</ButtonLink>}
      >
        <p>Places, questions, tarifs, liste d’attente : deux minutes, et tout le reste se fait seul.</p>
      </EmptyState>
    ),
  });
}

function whenOf(date: NonNullable<RegistrationList['date']>, { ctx, hub }: Exchange): string {
  return whenInWords(date, { today: ctx.clock.now().toZonedDateTimeISO(hub.zone).toPlainDate(), zone: hub.zone });
}

function Actions({ list: { event, offer, date } }: { readonly list: RegistrationList }): JSX.Element {
  const asked = date ? `?date=${date.id}` : '';
  return (
    <>
      {offer && (
        <>
          <ButtonLink icon="check" href={`${dayPaths.door(event.id)}${asked}`}>
            Émargement
          </ButtonLink>
          <ButtonLink kind="ghost" icon="mail" href={`${dayPaths.messages(event.id)}${asked}`}>
            Écrire aux inscrits
          </ButtonLink>
          {asks(offer.questions, 'ride') && (
            <ButtonLink kind="ghost" href={`${dayPaths.rides(event.id)}${asked}`}>
              Covoiturage
            </ButtonLink>
          )}
          <ButtonLink kind="ghost" href={`${paths.sheet(event.id)}${asked}`}>
            Liste à imprimer
          </ButtonLink>
        </>
      )}
      <ButtonLink kind="ghost" icon="settings" href={paths.settings(event.id)}>
        Réglages
      </ButtonLink>
    </>
  );
}

/** Which date is shown, where each is registered for apart. */
function DateChoice({
  list: { event, dates, date, offer },
  query,
  zone,
  now,
}: {
  readonly list: RegistrationList;
  readonly query: ListQuery;
  readonly zone: string;
  readonly now: Temporal.Instant;
}): JSX.Element | null {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  if (!offer?.isOpen && dates.length < 2)
    return <Notice state="info">Les inscriptions sont fermées au public. Vous pouvez inscrire vous-même.</Notice>;
  if (!date || dates.length < 2) return null;
  return (
    <FilterBar action={paths.office(event.id)} label="Choisir une date" submit="Voir cette date" auto>
      <Select
        name="date"
        label="Date"
        value={date.id}
        choices={dates.map((one) => ({
          value: one.id,
          label: `${whenInWords(one, { today, zone })}${one.isCancelled ? ' (annulée)' : ''}`,
        }))}
      />
      {query.tab !== 'inscrits' && <input type="hidden" name="etat" value={query.tab} />}
    </FilterBar>
  );
}

function Counts({ list: { seats, offer, all } }: { readonly list: RegistrationList }): JSX.Element | null {
  if (!seats || !offer) return null;
  const { capacity, left } = seats;
  const taken = all.filter(({ state }) => state === 'confirmed' || state === 'offered');
  return (
    <div class="stack">
      {capacity !== null && left !== null && (
        <Bar value={capacity - left} max={capacity} text={`${capacity - left} / ${plural(capacity, 'place')}`} />
      )}
      {offer.seatKinds.map(({ key, label, capacity: room }) => {
        const count = taken.filter((one) => holds(one, key)).length;
        return room === null ? (
          <p class="facts">
            {label} : {count}
          </p>
        ) : (
          <Bar value={count} max={room} text={`${label} : ${count} / ${room}`} />
        );
      })}
    </div>
  );
}

const tabNames: Readonly<Record<Tab, string>> = { inscrits: 'Inscrits', attente: 'En attente', annules: 'Annulés' };

function StateTabs({
  list: { event, all },
  query,
}: {
  readonly list: RegistrationList;
  readonly query: ListQuery;
}): JSX.Element {
  return (
    <Tabs
      label="État des inscriptions"
      tabs={(Object.keys(tabNames) as Tab[]).map((tab) => ({
        label: tabNames[tab],
        href: listHref(event.id, query, { tab }),
        current: tab === query.tab,
        count: all.filter(({ state }) => (tabs[tab] as readonly string[]).includes(state)).length,
      }))}
    />
  );
}

function Filters({ list, query }: { readonly list: RegistrationList; readonly query: ListQuery }): JSX.Element | null {
  const { event, offer, all } = list;
  if (all.length === 0 || !offer) return null;
  const choices = (of: (one: (typeof all)[number]) => string) =>
    [...new Set(all.map(of).filter(Boolean))]
      .toSorted((one, other) => one.localeCompare(other, 'fr'))
      .slice(0, 300)
      .map((value) => ({ value, label: value }));
  const organizations = choices((one) => one.organizationName);
  const municipalities = choices((one) => one.municipality);
  const kinds = offer.seatKinds.map(({ key, label }) => ({ value: key, label }));
  const chip = (value: string, label: string, change: Partial<ListQuery>): FilterChipProps[] =>
    value ? [{ label, removeHref: listHref(event.id, query, change) }] : [];
  return (
    <FilterBar
      action={paths.office(event.id)}
      label="Filtrer les inscriptions"
      submit="Filtrer"
      resetHref={listHref(event.id, query, { q: '', kind: '', organization: '', municipality: '', paid: '' })}
      active={[
        ...chip(query.q, `« ${query.q} »`, { q: '' }),
        ...chip(query.kind, kinds.find(({ value }) => value === query.kind)?.label ?? '', { kind: '' }),
        ...chip(query.organization, query.organization, { organization: '' }),
        ...chip(query.municipality, query.municipality, { municipality: '' }),
        ...chip(query.paid, query.paid === 'du' ? 'reste à payer' : 'rien à payer', { paid: '' }),
      ]}
    >
      <SearchField name="q" label="Un nom, un e-mail, un billet" value={query.q} />
      {kinds.length > 0 && (
        <Select name="part" label="Places" placeholder="Toutes" value={query.kind} choices={kinds} />
      )}
      {organizations.length > 1 && (
        <Select
          name="structure"
          label="Structure"
          placeholder="Toutes"
          value={query.organization}
          choices={organizations}
        />
      )}
      {municipalities.length > 1 && (
        <Select
          name="commune"
          label="Commune"
          placeholder="Toutes"
          value={query.municipality}
          choices={municipalities}
        />
      )}
      {offer.prices.some(({ cents }) => cents > 0) && (
        <Select
          name="paiement"
          label="Paiement"
          placeholder="Tous"
          value={query.paid}
          choices={[
            { value: 'du', label: 'Reste à payer' },
            { value: 'regle', label: 'Rien à payer' },
          ]}
        />
      )}
      {query.date && <input type="hidden" name="date" value={query.date} />}
      {query.tab !== 'inscrits' && <input type="hidden" name="etat" value={query.tab} />}
    </FilterBar>
  );
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
