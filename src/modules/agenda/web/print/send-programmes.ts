import { paperIdentity } from '#modules/hub/index.ts';
import { formatDate } from '#platform/french/index.ts';
import { findMunicipality } from '#platform/geo/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { sendPdf } from '#platform/pdf/index.ts';
import { reliefCover } from '#ui/relief/relief-cover.ts';
import { monthPath, townPath } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { drawMonthProgramme } from '../../print/month-programme.ts';
import { printedDate, printedMonth } from '../../print/printed-dates.ts';
import { drawTownLeaflet } from '../../print/town-leaflet.ts';
import { listedOccurrences } from '../../queries/listed-occurrences.ts';
import { listedDates } from '../../queries/public/listed-dates.ts';
import { monthTitle } from '../public/grouped-dates.ts';
import { todayOf } from '../public/read-agenda.ts';

/** More than any wall holds. */
const mostDates = 400;
const leafletMonths = 3;

/** `GET /agenda/programme/<month>.pdf`, on A4, or A3 when `?format=A3`. */
export async function sendMonthProgramme(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const { ctx, hub } = exchange;
  const month = monthOf(exchange.param('file').slice(0, -4));
  if (!month) return exchange.notFound();
  const days = { from: month.toPlainDate({ day: 1 }), to: month.toPlainDate({ day: month.daysInMonth }) };
  const [dates, identity, { land }] = await Promise.all([
    listedOccurrences(ctx.db, days, { limit: mostDates }),
    paperIdentity(ctx, { origin: hub.origin, files: deps.ports.files }),
    deps.hubLook(hub.id),
  ]);
  const title = monthTitle(month);
  const bytes = await drawMonthProgramme(
    {
      ...printedMonth(dates, month),
      title,
      href: `${hub.origin}${monthPath(month)}`,
      format: exchange.query('format') === 'A3' ? 'A3' : 'A4',
      landscape: reliefCover(month.toString(), { ...land, width: 595, height: 104 }),
    },
    identity,
    ctx.clock.now(),
  );
  return sendPdf(bytes, `Agenda ${title}`, { isPublic: true });
}

/** `GET /agenda/communes/<insee>/depliant.pdf`: the next three months of a municipality, to fold. */
export async function sendTownLeaflet(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const { ctx, hub } = exchange;
  const insee = exchange.param('insee');
  const town = /^[0-9AB]{5}$/.test(insee) ? findMunicipality({ insee })?.municipality : undefined;
  if (!town) return exchange.notFound();
  const today = todayOf(ctx);
  const last = today.add({ months: leafletMonths });
  const filter = { insee, from: today, to: last, withoutCancelled: true };
  const [{ dates }, identity, { land }] = await Promise.all([
    listedDates(ctx.db, filter, { limit: mostDates }),
    paperIdentity(ctx, { origin: hub.origin, files: deps.ports.files }),
    deps.hubLook(hub.id),
  ]);
  const bytes = await drawTownLeaflet(
    {
      town: town.name,
      period: `jusqu’au ${formatDate(last)}`,
      dates: dates.map((date) => {
        const printed = printedDate(date, today);
        return date.others > 0
          ? { ...printed, detail: [printed.detail, othersInWords(date.others)].filter(Boolean).join(' · ') }
          : printed;
      }),
      href: `${hub.origin}${townPath(insee)}`,
      landscape: reliefCover(insee, { ...land, width: 300, height: 250 }),
      panels: exchange.query('plis') === '2' ? 2 : 3,
    },
    identity,
    ctx.clock.now(),
  );
  return sendPdf(bytes, `Agenda ${town.name}`, { isPublic: true });
}

const othersInWords = (count: number): string => (count === 1 ? 'et une autre date' : `et ${count} autres dates`);

function monthOf(text: string): Temporal.PlainYearMonth | null {
  if (!/^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/.test(text)) return null;
  return Temporal.PlainYearMonth.from(text);
}
