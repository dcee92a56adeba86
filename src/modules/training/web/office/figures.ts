import type { Exchange } from '#platform/http/exchange.ts';
import { figureCuts, keyOf, type FigureCut, type TrainedSeat } from '../../domain/figures.ts';
import { isTraineeStatus, traineeStatusNames } from '../../domain/trainee-statuses.ts';
import { officePaths } from '../../paths.ts';
import { todayIn } from '../../queries/session-list.ts';
import { trainedSeats } from '../../queries/trained-seats.ts';

export const cutNames: Readonly<Record<FigureCut, string>> = {
  municipality: 'Par commune',
  course: 'Par formation',
  status: 'Par statut',
  funder: 'Par financeur',
  organization: 'Par structure',
  month: 'Par mois',
};

const unknown: Readonly<Record<FigureCut, string>> = {
  municipality: 'Commune inconnue',
  course: '',
  status: '',
  funder: 'Sans financeur',
  organization: 'Sans structure',
  month: '',
};

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

/** What a line is called. */
export function labelOf(cut: FigureCut, key: string): string {
  if (cut === 'status') return isTraineeStatus(key) ? traineeStatusNames[key] : key;
  if (cut === 'month') return `${months[Number(key.slice(5)) - 1] ?? ''} ${key.slice(0, 4)}`;
  return key || unknown[cut];
}

/** What the address asks: a year or two days, and a way to cut. */
export interface FigureQuery {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  /** Null when the two days are not a calendar year. */
  year: number | null;
  cut: FigureCut;
}

export function figureQuery(exchange: Exchange): FigureQuery {
  const asked = exchange.query('par');
  const cut = figureCuts.find((one) => one === asked) ?? 'municipality';
  const from = dayOf(exchange.query('du'));
  const to = dayOf(exchange.query('au'));
  if (from && to && Temporal.PlainDate.compare(from, to) <= 0) return { from, to, cut, year: null };
  const text = exchange.query('annee');
  const year = /^(19|20)\d\d$/.test(text) ? Number(text) : todayIn(exchange.ctx).year;
  return {
    from: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
    to: Temporal.PlainDate.from({ year, month: 12, day: 31 }),
    cut,
    year,
  };
}

function dayOf(text: string): Temporal.PlainDate | null {
  try {
    return /^\d{4}-\d\d-\d\d$/.test(text) ? Temporal.PlainDate.from(text, { overflow: 'reject' }) : null;
  } catch {
    return null;
  }
}

/** The address that asks the same with a change. */
export function figureHref(
  query: FigureQuery,
  change: Partial<FigureQuery> & { key?: string } = {},
  path: string = officePaths.figures,
): string {
  const { from, to, year, cut } = { ...query, ...change };
  const words = new URLSearchParams(
    year === null ? { du: from.toString(), au: to.toString() } : { annee: String(year) },
  );
  words.set('par', cut);
  if (change.key !== undefined) words.set('ligne', change.key);
  return `${path}?${words.toString()}`;
}

/** « 2025 », « du 1er mars au 2 avril 2025 ». */
export function periodName({ year, from, to }: FigureQuery): string {
  return year === null ? `${from.toString()} – ${to.toString()}` : String(year);
}

/** The rows of a line, or all of them. */
export async function seatsAsked(exchange: Exchange, query: FigureQuery): Promise<TrainedSeat[]> {
  const seats = await trainedSeats(exchange.ctx.db, query);
  const { searchParams } = exchange.url;
  const line = searchParams.get('ligne');
  return line === null ? seats : seats.filter((seat) => keyOf(seat, query.cut) === line);
}
