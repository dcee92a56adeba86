import type { JSX } from 'preact';
import type { FilterChipProps } from '#ui/components/chip.tsx';
import { FilterBar } from '#ui/components/filter-bar.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { Select } from '#ui/fields/select.tsx';
import { channelNames } from '../../domain/request-channels.ts';
import { outcomeNames } from '../../domain/request-outcomes.ts';
import { paths } from '../../paths.ts';
import type { queueChoices } from '../../queries/request-list.ts';
import { situationChoices, situationName } from '../texts.ts';
import { monthName } from './month-name.ts';
import { queueHref, type QueueQuery } from './queue-query.ts';

export type QueueChoices = Awaited<ReturnType<typeof queueChoices>>;

interface QueueFiltersProps {
  readonly query: QueueQuery;
  readonly choices: QueueChoices;
}

/** The filters of the queue, in its address. */
export function QueueFilters({ query, choices }: QueueFiltersProps): JSX.Element {
  return (
    <FilterBar
      action={paths.queue}
      label="Filtrer les demandes"
      submit="Filtrer"
      active={chips(query, choices)}
      resetHref={paths.queue}
    >
      <SearchField name="q" label="Un nom, un mot, un numéro" value={query.q} />
      <Select
        name="profil"
        label="Profil"
        placeholder="Tous"
        value={query.situation ?? ''}
        choices={[...situationChoices, { value: 'autre', label: 'Sans précision' }]}
      />
      {choices.referrers.length > 0 && (
        <Select
          name="prescripteur"
          label="Envoyée par"
          placeholder="Tous"
          value={query.referrerId ?? ''}
          choices={choices.referrers.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {choices.tags.length > 0 && (
        <Select
          name="etiquette"
          label="Étiquette"
          placeholder="Toutes"
          value={query.tag ?? ''}
          choices={choices.tags.map((tag) => ({ value: tag, label: tag }))}
        />
      )}
      <Select
        name="mois"
        label="Mois"
        placeholder="Tous"
        value={query.month ?? ''}
        choices={choices.months.map((month) => ({ value: month, label: monthName(month) }))}
      />
      {query.state !== 'waiting' && (
        <input
          type="hidden"
          name="etat"
          value={query.state === 'answered' ? 'repondues' : query.state === 'closed' ? 'closes' : 'toutes'}
        />
      )}
      {query.mine && <input type="hidden" name="qui" value="moi" />}
    </FilterBar>
  );
}

function chips(query: QueueQuery, { referrers }: QueueChoices): FilterChipProps[] {
  return [
    query.q && { label: `« ${query.q} »`, removeHref: queueHref(query, { q: '' }) },
    query.situation && {
      label: situationName(query.situation === 'autre' ? null : query.situation),
      removeHref: queueHref(query, { situation: null }),
    },
    query.referrerId && {
      label: referrers.find(({ id }) => id === query.referrerId)?.name ?? 'prescripteur',
      removeHref: queueHref(query, { referrerId: null }),
    },
    query.tag && { label: query.tag, removeHref: queueHref(query, { tag: null }) },
    query.outcome && { label: outcomeNames[query.outcome], removeHref: queueHref(query, { outcome: null }) },
    query.cameFrom && { label: `depuis ${query.cameFrom}`, removeHref: queueHref(query, { cameFrom: null }) },
    query.channel && { label: channelNames[query.channel], removeHref: queueHref(query, { channel: null }) },
    query.month && {
      label: query.month.length === 4 ? `en ${query.month}` : monthName(query.month),
      removeHref: queueHref(query, { month: null }),
    },
  ].filter((chip) => typeof chip === 'object' && chip !== null);
}
