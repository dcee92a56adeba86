import type { JSX } from 'preact';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Icon } from '#ui/components/icon.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { horizonInMonths } from '../../../domain/recurrence.ts';
import { readMonth } from '../../../domain/month-grid.ts';
import { agendaPath, monthPath, officePaths, proposeEventPath } from '../../../paths.ts';
import type { AgendaDependencies } from '../../../ports.ts';
import { AgendaFilters } from '../agenda-filters.tsx';
import { agendaHref, everyDate, readAgendaQuery, type AgendaQuery } from '../agenda-query.ts';
import { monthTitle } from '../grouped-dates.ts';
import { readChoices, todayOf } from '../read-agenda.ts';
import { ViewTabs } from '../view-tabs.tsx';
import { agendaFeeds, WaysOut } from '../ways-out.tsx';
import { MonthTable, todayAnchor } from './month-table.tsx';
import { readShownMonth, type ShownMonth } from './read-month.ts';

/** `GET /agenda/mois/2026-03`: a month as a table. */
export async function showMonth(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const { ctx } = exchange;
  const today = todayOf(ctx);
  const month = readMonth(exchange.param('month'));
  if (!month || !isWithin(month, today)) return exchange.notFound();
  const query = monthQuery(exchange);
  const [shown, choices] = await Promise.all([readShownMonth(ctx, deps, month, query), readChoices(ctx, deps)]);
  const title = monthTitle(month);
  const path = monthPath(month);
  return exchange.page({
    title: `Agenda, ${title.toLocaleLowerCase('fr')}`,
    description: `${title} dans l’agenda : ${plural(shown.count, 'rendez-vous', 'rendez-vous')}.`,
    canonical: agendaHref(query, {}, path),
    section: agendaPath,
    sheets: ['agenda'],
    feeds: agendaFeeds,
    edit: { href: officePaths.list, label: 'Gérer l’agenda', roles: ['employee'] },
    content: (
      <>
        <PageHeader
          title={title}
          facts={plural(shown.count, 'rendez-vous', 'rendez-vous')}
          actions={
            <ButtonLink icon="plus" href={proposeEventPath}>
              Proposer un rendez-vous
            </ButtonLink>
          }
        />
        <ViewTabs current="month" today={today} />
        <AgendaFilters query={query} choices={choices} today={today} path={path} view="month" />
        <MonthSteps month={month} today={today} hrefOf={(other) => agendaHref(query, {}, monthPath(other))} />
        <MonthTable
          month={month}
          shown={shown}
          today={today}
          dayHref={(day) => agendaHref(query, { from: day, to: day })}
        />
        <MonthKey shown={shown} />
        <WaysOut query={query} />
      </>
    ),
  });
}

/** What a month may be narrowed by: its days are its own. */
export function monthQuery(exchange: Exchange): AgendaQuery {
  const { period, from, to, page } = everyDate;
  return { ...readAgendaQuery(exchange.url.searchParams), period, from, to, page };
}

/** Dates are written for as long before and after today. */
export function isWithin(month: Temporal.PlainYearMonth, today: Temporal.PlainDate): boolean {
  return Math.abs(today.toPlainYearMonth().until(month, { largestUnit: 'months' }).months) <= horizonInMonths;
}

/** To the month before and after, back to this one, and on a phone past the days that went by. */
export function MonthSteps({
  month,
  today,
  hrefOf,
}: {
  readonly month: Temporal.PlainYearMonth;
  readonly today: Temporal.PlainDate;
  readonly hrefOf: (month: Temporal.PlainYearMonth) => string;
}): JSX.Element {
  const [before, after] = [month.subtract({ months: 1 }), month.add({ months: 1 })];
  const current = today.toPlainYearMonth();
  return (
    <nav class="month-steps" aria-label="Mois">
      {isWithin(before, today) && (
        <a class="button ghost small" rel="prev" href={hrefOf(before)}>
          <Icon name="arrow-left" />
          {monthTitle(before)}
        </a>
      )}
      {!month.equals(current) && (
        <a class="button quiet small" href={hrefOf(current)}>
          Ce mois-ci
        </a>
      )}
      {month.equals(current) && today.day > 1 && (
        <a class="button quiet small to-today" href={`#${todayAnchor}`}>
          Aujourd’hui
        </a>
      )}
      {isWithin(after, today) && (
        <a class="button ghost small" rel="next" href={hrefOf(after)}>
          {monthTitle(after)}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
}

/** What the colours and the bands mean. */
export function MonthKey({ shown }: { readonly shown: ShownMonth }): JSX.Element {
  return (
    <ul class="month-key facts">
      <li>
        <span class="month-dot own" aria-hidden="true" /> Le pôle
      </li>
      <li>
        <span class="month-dot" aria-hidden="true" /> Nos voisins
      </li>
      {shown.schoolHolidays.map((words) => (
        <li>
          <span class="month-band" aria-hidden="true" /> {words} (dates indicatives)
        </li>
      ))}
    </ul>
  );
}

/** `GET /agenda/mois`: this one. */
export function sendToMonth(exchange: Exchange): Response {
  return exchange.redirect(monthPath(todayOf(exchange.ctx).toPlainYearMonth()));
}
