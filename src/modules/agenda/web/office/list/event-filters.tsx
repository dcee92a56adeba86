import type { JSX } from 'preact';
import type { FilterChipProps } from '#ui/components/chip.tsx';
import { FilterBar } from '#ui/components/filter-bar.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { Select } from '#ui/fields/select.tsx';
import { eventStateFacts, eventStates } from '../../../domain/event-states.ts';
import { eventTypeFacts, eventTypes } from '../../../domain/event-types.ts';
import { officePaths } from '../../../paths.ts';
import { venueWords, type VenueChoice } from '../../../queries/office/venue-choices.ts';
import { eventListHref, type EventListQuery } from './event-list-query.ts';

/** What narrows the list of events, kept in its address. */
export function EventFilters({
  query,
  venues,
}: {
  readonly query: EventListQuery;
  readonly venues: readonly VenueChoice[];
}): JSX.Element {
  const venue = venues.find(({ id }) => id === query.venueId);
  const active: (FilterChipProps | null)[] = [
    query.q ? { label: `« ${query.q} »`, removeHref: eventListHref(query, { q: '' }) } : null,
    query.type ? { label: eventTypeFacts[query.type].label, removeHref: eventListHref(query, { type: null }) } : null,
    query.state
      ? { label: eventStateFacts[query.state].label, removeHref: eventListHref(query, { state: null }) }
      : null,
    query.whose
      ? {
          label: query.whose === 'pole' ? 'Du pôle' : 'Des partenaires',
          removeHref: eventListHref(query, { whose: null }),
        }
      : null,
    venue ? { label: venueWords(venue), removeHref: eventListHref(query, { venueId: null }) } : null,
    query.mine ? { label: 'les miens', removeHref: eventListHref(query, { mine: false }) } : null,
  ];
  return (
    <FilterBar
      action={officePaths.list}
      label="Filtrer les rendez-vous"
      submit="Filtrer"
      active={active.filter((chip) => chip !== null)}
      resetHref={eventListHref({ ...query, q: '', type: null, state: null, whose: null, venueId: null, mine: false })}
    >
      {query.view !== 'a-venir' && <input type="hidden" name="vue" value={query.view} />}
      <SearchField name="q" label="Un mot, un lieu, un organisateur" value={query.q} />
      <Select
        name="genre"
        label="Genre"
        placeholder="Tous"
        value={query.type ?? ''}
        choices={eventTypes.map((type) => ({ value: type, label: eventTypeFacts[type].label }))}
      />
      <Select
        name="qui"
        label="De qui"
        placeholder="Tout le monde"
        value={query.whose ?? ''}
        choices={[
          { value: 'pole', label: 'Le pôle' },
          { value: 'autres', label: 'Les partenaires' },
        ]}
      />
      <Select
        name="etat"
        label="Où il en est"
        placeholder="Peu importe"
        value={query.state ?? ''}
        choices={eventStates.map((state) => ({ value: state, label: eventStateFacts[state].label }))}
      />
      {venues.length > 0 && (
        <Select
          name="lieu"
          label="Lieu"
          placeholder="Tous"
          value={query.venueId ?? ''}
          choices={venues.map((one) => ({ value: one.id, label: venueWords(one) }))}
        />
      )}
      {query.mine && <input type="hidden" name="a-moi" value="oui" />}
    </FilterBar>
  );
}
