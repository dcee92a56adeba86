import { slugify } from '#platform/french/index.ts';
import { isId } from '#platform/ids/ids.ts';
import { eventTypeFacts, eventTypes, type EventType } from '../../domain/event-types.ts';
import { agendaPath } from '../../paths.ts';
import type { OccurrenceFilter } from '../../queries/listed-occurrences.ts';

/** Stretches of days that people name, counted from today. */
export const periods = ['aujourdhui', 'week-end', 'semaine', 'mois', 'mois-prochain'] as const;
export type Period = (typeof periods)[number];

/** What the address of a page of the agenda asks. Anything else in it is ignored. */
export interface AgendaQuery {
  readonly type: EventType | null;
  readonly whose: 'pole' | 'partenaires' | null;
  /** Insee code of a municipality. */
  readonly town: string | null;
  /** Id of a theme of the hub. */
  readonly theme: string | null;
  /** Tag of a door. */
  readonly audience: string | null;
  readonly period: Period | null;
  /** Days chosen one by one, included; they stand before a period. */
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
  readonly isFree: boolean;
  readonly isOnline: boolean;
  readonly page: number;
}

export const everyDate: AgendaQuery = {
  type: null,
  whose: null,
  town: null,
  theme: null,
  audience: null,
  period: null,
  from: null,
  to: null,
  isFree: false,
  isOnline: false,
  page: 1,
};

/** Types as addresses write them: « petit-dejeuner ». */
export const typeSlugs = Object.fromEntries(
  eventTypes.map((type) => [type, slugify(eventTypeFacts[type].label)]),
) as Readonly<Record<EventType, string>>;
const typesBySlug = new Map(eventTypes.map((type) => [typeSlugs[type], type]));

export function readAgendaQuery(search: URLSearchParams): AgendaQuery {
  const text = (name: string): string => search.get(name) ?? '';
  const matching = (name: string, form: RegExp): string | null => (form.test(text(name)) ? text(name) : null);
  const whose = text('de');
  const period = text('quand');
  const [from, to] = [readDay(text('du')), readDay(text('au'))];
  const page = Number(text('page'));
  return {
    type: typesBySlug.get(text('type')) ?? null,
    whose: whose === 'pole' || whose === 'partenaires' ? whose : null,
    town: matching('commune', /^[0-9AB]{5}$/),
    theme: isId(text('theme')) ? text('theme') : null,
    audience: matching('public', /^[a-z0-9-]{1,60}$/),
    period: (periods as readonly string[]).includes(period) ? (period as Period) : null,
    from,
    to: from && to && Temporal.PlainDate.compare(to, from) < 0 ? null : to,
    isFree: text('gratuit') === 'oui',
    isOnline: text('en-ligne') === 'oui',
    page: Number.isInteger(page) && page > 1 && page < 10_000 ? page : 1,
  };
}

/** The same question written back, always in the same order, so that one answer has one address. */
export function writeAgendaQuery(query: AgendaQuery): string {
  const search = new URLSearchParams();
  if (query.type) search.set('type', typeSlugs[query.type]);
  if (query.whose) search.set('de', query.whose);
  if (query.town) search.set('commune', query.town);
  if (query.theme) search.set('theme', query.theme);
  if (query.audience) search.set('public', query.audience);
  if (query.period) search.set('quand', query.period);
  if (query.from) search.set('du', query.from.toString());
  if (query.to) search.set('au', query.to.toString());
  if (query.isFree) search.set('gratuit', 'oui');
  if (query.isOnline) search.set('en-ligne', 'oui');
  if (query.page > 1) search.set('page', String(query.page));
  return search.size > 0 ? `?${search.toString()}` : '';
}

/** The address of a page of the agenda with these changes; changing a filter starts from the first page. */
export function agendaHref(query: AgendaQuery, changes: Partial<AgendaQuery> = {}, path: string = agendaPath): string {
  return path + writeAgendaQuery({ ...query, page: 1, ...changes });
}

export function isNarrowed(query: AgendaQuery): boolean {
  return writeAgendaQuery({ ...query, page: 1 }) !== '';
}

/** The question as the database takes it, dates aside. */
export function filterOf(query: AgendaQuery): OccurrenceFilter {
  return {
    type: query.type ?? undefined,
    isOwn: query.whose === null ? undefined : query.whose === 'pole',
    insee: query.town ?? undefined,
    theme: query.theme ?? undefined,
    audience: query.audience ?? undefined,
    isFree: query.isFree || undefined,
    isOnline: query.isOnline || undefined,
  };
}

/** The days asked for, included; nothing when none was. */
export function daysOf(
  { period, from, to }: AgendaQuery,
  today: Temporal.PlainDate,
): { from?: Temporal.PlainDate; to?: Temporal.PlainDate } {
  if (from || to) return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  if (period === null) return {};
  const sunday = today.add({ days: 7 - today.dayOfWeek });
  const firstOfNext = today.toPlainYearMonth().add({ months: 1 }).toPlainDate({ day: 1 });
  switch (period) {
    case 'aujourdhui':
      return { from: today, to: today };
    case 'week-end':
      return { from: today.dayOfWeek >= 6 ? today : sunday.subtract({ days: 1 }), to: sunday };
    case 'semaine':
      return { from: today, to: sunday };
    case 'mois':
      return { from: today, to: firstOfNext.subtract({ days: 1 }) };
    case 'mois-prochain':
      return { from: firstOfNext, to: firstOfNext.add({ months: 1 }).subtract({ days: 1 }) };
  }
}

function readDay(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}
