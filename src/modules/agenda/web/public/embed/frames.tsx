import type { JSX } from 'preact';
import { capitalised } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { Pagination } from '#ui/components/pagination.tsx';
import { DateBadge, badgeOf } from '#ui/components/date-badge.tsx';
import { readMonth } from '../../../domain/month-grid.ts';
import type { EventCard } from '../../../cards/event-card.ts';
import { agendaPath, listFramePath, monthFramePath, monthPath } from '../../../paths.ts';
import type { AgendaDependencies } from '../../../ports.ts';
import { agendaHref, readAgendaQuery } from '../agenda-query.ts';
import { monthTitle } from '../grouped-dates.ts';
import { isWithin, MonthKey, monthQuery, MonthSteps } from '../month/month-page.tsx';
import { MonthTable } from '../month/month-table.tsx';
import { readShownMonth } from '../month/read-month.ts';
import { datesAPage, readAgendaList, todayOf } from '../read-agenda.ts';
import { StateChip } from '../state-chip.tsx';

/** `GET /agenda/cadre/liste`: the next dates bare of the site's dress, for a partner's page. */
export async function showListFrame(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const query = readAgendaQuery(exchange.url.searchParams);
  const list = await readAgendaList(exchange.ctx, deps, query);
  const { origin } = exchange.hub;
  return exchange.page({
    title: 'Ça arrive',
    layout: 'bare',
    sheets: ['agenda'],
    indexed: false,
    canonical: agendaHref(query),
    content: (
      <>
        {list.count === 0 && <p>Rien de prévu pour l’instant. Repassez bientôt !</p>}
        <ul class="frame-dates">
          {list.cards.map((card) => (
            <FrameDate card={card} origin={origin} />
          ))}
        </ul>
        <Pagination
          page={query.page}
          pages={Math.ceil(list.count / datesAPage)}
          hrefOf={(page) => agendaHref(query, { page }, listFramePath)}
        />
        <KeptBy exchange={exchange} href={agendaHref(query)} />
      </>
    ),
  });
}

function FrameDate({ card, origin }: { readonly card: EventCard; readonly origin: string }): JSX.Element {
  return (
    <li>
      <DateBadge {...badgeOf(card.date)} />
      <span>
        <a href={origin + card.href} target="_blank" rel="noopener">
          {card.title}
          <span class="visually-hidden"> (nouvel onglet)</span>
        </a>
        <span class="facts">
          {card.state && (
            <>
              <StateChip {...card.state} />{' '}
            </>
          )}
          {card.facts}
          {card.others && ` · ${card.others}`}
        </span>
      </span>
    </li>
  );
}

/** `GET /agenda/cadre/mois/2026-03`: a month bare of the site's dress; without a month, this one. */
export async function showMonthFrame(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const { ctx, hub } = exchange;
  const today = todayOf(ctx);
  const asked = exchange.param('month');
  const month = asked === '' ? today.toPlainYearMonth() : readMonth(asked);
  if (!month || !isWithin(month, today)) return exchange.notFound();
  const query = monthQuery(exchange);
  const shown = await readShownMonth(ctx, deps, month, query);
  return exchange.page({
    title: capitalised(monthTitle(month)),
    layout: 'bare',
    sheets: ['agenda'],
    indexed: false,
    canonical: agendaHref(query, {}, monthPath(month)),
    content: (
      <>
        <MonthSteps month={month} today={today} hrefOf={(other) => agendaHref(query, {}, monthFramePath(other))} />
        <MonthTable
          month={month}
          shown={shown}
          today={today}
          dayHref={(day) => agendaHref(query, { from: day, to: day })}
          origin={hub.origin}
          target="_blank"
        />
        <MonthKey shown={shown} />
        <KeptBy exchange={exchange} href={agendaHref(query, {}, monthPath(month))} />
      </>
    ),
  });
}

function KeptBy({
  exchange: { hub },
  href = agendaPath,
}: {
  readonly exchange: Exchange;
  readonly href?: string;
}): JSX.Element {
  return (
    <p class="facts">
      Agenda tenu par{' '}
      <a href={hub.origin + href} target="_blank" rel="noopener">
        {hub.name}
        <span class="visually-hidden"> (nouvel onglet)</span>
      </a>
    </p>
  );
}
