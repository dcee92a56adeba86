import type { SegmentCondition } from '#platform/contributions/module.ts';
import { roles, type Role } from '#platform/context/context.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { relationStatuses } from '../../domain/relation-statuses.ts';
import { readDefinition } from '../../segments/queries/read-definition.ts';
import { savedSegment } from '../../segments/queries/segments.ts';
import { peopleSorts, type PeopleFilter, type PeopleSort } from '../queries/people-list.ts';

const oneOf = <Value extends string>(text: string, allowed: readonly Value[]): Value | null =>
  allowed.find((value) => value === text) ?? null;

/** Names of the fields of the filter, as the address keeps them. */
export const filterFields = [
  'q',
  'role',
  'compte',
  'mail',
  'statut',
  'etiquette',
  'structure',
  'commune',
  'segment',
] as const;
export type FilterField = (typeof filterFields)[number];

/** The filter as the address says it, and what was really understood of it. */
export interface AskedFilter {
  filter: PeopleFilter;
  sort: PeopleSort;
  said: Partial<Record<FilterField, string>>;
}

/** Reads the filter of an address; what means nothing is left out. */
export async function filterOf(exchange: Exchange, known: () => readonly SegmentCondition[]): Promise<AskedFilter> {
  const { ctx } = exchange;
  const ask = (name: FilterField) => exchange.query(name).trim().slice(0, 100);
  const segment = ask('segment') ? await savedSegment(ctx.db, ask('segment')) : null;
  const filter: PeopleFilter = {
    text: ask('q'),
    role: oneOf<Role>(ask('role'), roles),
    account: oneOf(ask('compte'), ['avec', 'sans']),
    email: oneOf(ask('mail'), ['avec', 'sans']),
    status: oneOf(ask('statut'), relationStatuses),
    tag: isId(ask('etiquette')) ? ask('etiquette') : null,
    structure: ask('structure'),
    town: ask('commune') || null,
    segment: segment ? (await readDefinition(ctx, known(), segment.definition)).people : null,
  };
  const understood: Record<FilterField, unknown> = {
    q: filter.text,
    role: filter.role,
    compte: filter.account,
    mail: filter.email,
    statut: filter.status,
    etiquette: filter.tag,
    structure: filter.structure,
    commune: filter.town,
    segment: filter.segment && segment?.id,
  };
  return {
    filter,
    sort: oneOf(exchange.query('tri'), peopleSorts) ?? 'nom',
    said: Object.fromEntries(filterFields.filter((name) => understood[name]).map((name) => [name, ask(name)])),
  };
}

/** The address of the list under this filter. */
export function listPath(said: AskedFilter['said'], more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...said, ...more }).toString();
  return query === '' ? '/gestion/personnes' : `/gestion/personnes?${query}`;
}
