import type { JSX } from 'preact';
import { plural } from '#platform/french/index.ts';
import type { FilterChipProps } from '#ui/components/chip.tsx';
import { FilterBar, ResultCount } from '#ui/components/filter-bar.tsx';
import { Select } from '#ui/fields/select.tsx';
import { dayInWords } from '../../domain/when-in-words.ts';
import { eventTypeFacts, eventTypes } from '../../domain/event-types.ts';
import { agendaPath } from '../../paths.ts';
import type { AgendaChoices } from '../../queries/public/agenda-choices.ts';
import { agendaHref, typeSlugs, type AgendaQuery, type Period } from './agenda-query.ts';

const periodNames: Readonly<Record<Period, string>> = {
  aujourdhui: 'Aujourd’hui',
  'week-end': 'Ce week-end',
  semaine: 'Cette semaine',
  mois: 'Ce mois-ci',
  'mois-prochain': 'Le mois prochain',
};

/** What the filters offer, with its words. */
export interface NamedChoices extends AgendaChoices {
  themeNames: readonly { id: string; label: string }[];
  audienceNames: readonly { tag: string; label: string }[];
}

interface AgendaFiltersProps {
  readonly query: AgendaQuery;
  readonly choices: NamedChoices;
  readonly today: Temporal.PlainDate;
  readonly path?: string;
  /** A month has its own days. */
  readonly view?: 'list' | 'month' | 'map';
}

/** What, where, when, for whom; what is in force as chips that take it off. */
export function AgendaFilters({
  query,
  choices,
  today,
  path = agendaPath,
  view = 'list',
}: AgendaFiltersProps): JSX.Element {
  return (
    <FilterBar
      action={path}
      label="Choisir des rendez-vous"
      submit="Voir"
      auto
      active={chips(query, choices, today, path)}
      resetHref={path}
      more={<MoreFilters query={query} choices={choices} />}
    >
      <Select
        name="type"
        label="Quoi"
        placeholder="Tout"
        value={query.type ? typeSlugs[query.type] : undefined}
        choices={eventTypes
          .filter((type) => choices.types.includes(type) || type === query.type)
          .map((type) => ({ value: typeSlugs[type], label: eventTypeFacts[type].label }))}
      />
      <Select
        name="commune"
        label="Où"
        placeholder="Toutes les communes"
        value={query.town ?? undefined}
        choices={choices.towns.map(({ insee, name }) => ({ value: insee, label: name }))}
      />
      {view !== 'month' && (
        <Select
          name="quand"
          label="Quand"
          placeholder="À tout moment"
          value={query.period ?? undefined}
          choices={Object.entries(periodNames).map(([value, label]) => ({ value, label }))}
        />
      )}
      <Kept query={query} />
    </FilterBar>
  );
}

/** What fewer people choose by. */
function MoreFilters({ query, choices }: Pick<AgendaFiltersProps, 'query' | 'choices'>): JSX.Element | null {
  if (choices.audienceNames.length + choices.themeNames.length === 0) return null;
  return (
    <details class="more-filters" open={query.audience !== null || query.theme !== null}>
      <summary>Pour qui, sur quel sujet</summary>
      <div class="row">
        {choices.audienceNames.length > 0 && (
          <Select
            name="public"
            label="Pour qui"
            placeholder="Tout le monde"
            value={query.audience ?? undefined}
            choices={choices.audienceNames.map(({ tag, label }) => ({ value: tag, label }))}
          />
        )}
        {choices.themeNames.length > 0 && (
          <Select
            name="theme"
            label="Sujet"
            placeholder="Tous les sujets"
            value={query.theme ?? undefined}
            choices={choices.themeNames.map(({ id, label }) => ({ value: id, label }))}
          />
        )}
      </div>
    </details>
  );
}

/** How many, and the narrower lists one link away. */
export function DateCount({
  query,
  choices,
  count,
  path = agendaPath,
}: Omit<AgendaFiltersProps, 'today'> & { readonly count: number }): JSX.Element {
  const { hasOwn, hasPartners, hasFree, hasOnline } = choices;
  const links = [
    hasOwn && hasPartners && query.whose !== 'pole' && { label: 'du pôle', changes: { whose: 'pole' } as const },
    hasOwn &&
      hasPartners &&
      query.whose !== 'partenaires' && { label: 'de nos voisins', changes: { whose: 'partenaires' } as const },
    hasFree && !query.isFree && { label: 'gratuits', changes: { isFree: true } },
    hasOnline && !query.isOnline && { label: 'en ligne', changes: { isOnline: true } },
  ].filter((link) => link !== false);
  return (
    <ResultCount
      count={plural(count, 'rendez-vous', 'rendez-vous')}
      links={links.map(({ label, changes }) => ({ label, href: agendaHref(query, changes, path) }))}
    />
  );
}

/** What the form's fields do not show stays in the question. */
function Kept({ query }: { readonly query: AgendaQuery }): JSX.Element {
  return (
    <>
      {query.whose && <input type="hidden" name="de" value={query.whose} />}
      {query.from && <input type="hidden" name="du" value={query.from.toString()} />}
      {query.to && <input type="hidden" name="au" value={query.to.toString()} />}
      {query.isFree && <input type="hidden" name="gratuit" value="oui" />}
      {query.isOnline && <input type="hidden" name="en-ligne" value="oui" />}
    </>
  );
}

function chips(
  query: AgendaQuery,
  { towns, themeNames, audienceNames }: NamedChoices,
  today: Temporal.PlainDate,
  path: string,
): FilterChipProps[] {
  const chip = (label: string | false | undefined | null, changes: Partial<AgendaQuery>): FilterChipProps[] =>
    label ? [{ label, removeHref: agendaHref(query, changes, path) }] : [];
  const { from, to } = query;
  const oneDay = from && to && from.equals(to) ? from : null;
  return [
    ...chip(query.type && eventTypeFacts[query.type].label, { type: null }),
    ...chip(query.whose && (query.whose === 'pole' ? 'du pôle' : 'de nos voisins'), { whose: null }),
    ...chip(query.town && (towns.find(({ insee }) => insee === query.town)?.name ?? query.town), { town: null }),
    ...chip(query.period && periodNames[query.period], { period: null }),
    ...chip(oneDay && dayInWords(oneDay, today), { from: null, to: null }),
    ...chip(!oneDay && from && `à partir du ${dayInWords(from, today)}`, { from: null }),
    ...chip(!oneDay && to && `jusqu’au ${dayInWords(to, today)}`, { to: null }),
    ...chip(query.audience && audienceNames.find(({ tag }) => tag === query.audience)?.label, { audience: null }),
    ...chip(query.theme && themeNames.find(({ id }) => id === query.theme)?.label, { theme: null }),
    ...chip(query.isFree && 'gratuits', { isFree: false }),
    ...chip(query.isOnline && 'en ligne', { isOnline: false }),
  ];
}
