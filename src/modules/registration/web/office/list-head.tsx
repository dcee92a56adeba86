import type { JSX } from 'preact';
import { whenInWords } from '#modules/agenda/index.ts';
import { plural } from '#platform/french/index.ts';
import { Bar } from '#ui/components/bar.tsx';
import { ButtonLink } from '#ui/components/button.tsx';
import { FilterBar } from '#ui/components/filter-bar.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { Select } from '#ui/fields/select.tsx';
import { dayPaths } from '../../day/paths.ts';
import { asks } from '../../domain/questions.ts';
import { holds } from '../../domain/workshops.ts';
import { paths } from '../../paths.ts';
import { listHref, tabs, type ListQuery, type RegistrationList, type Tab } from './read-list.ts';

/** What can be done about the registrations of a date. */
export function Actions({ list: { event, offer, date } }: { readonly list: RegistrationList }): JSX.Element {
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
export function DateChoice({
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

/** Seats taken, in all and by kind. */
export function Counts({ list: { seats, offer, all } }: { readonly list: RegistrationList }): JSX.Element | null {
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

/** Who comes, who waits, who does not come any more. */
export function StateTabs({
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
