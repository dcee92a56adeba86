import type { JSX } from 'preact';
import { capitalised } from '#platform/french/index.ts';
import { ruleInFrench } from '../../../domain/rule-in-french.ts';
import { occurrencePath } from '../../../paths.ts';
import type { EventPage } from './read-event-page.ts';

const mostShown = 8;

/** The next dates of a series; those after them are folded. */
export function OtherDates({ page }: { readonly page: EventPage }): JSX.Element | null {
  const { date } = page;
  const { rule, startsOn } = page.event.fields;
  const coming = page.coming.filter(({ id }) => id !== date?.id);
  if (coming.length === 0) return null;
  const [near, far] = [coming.slice(0, mostShown), coming.slice(mostShown)];
  return (
    <section class="stack">
      <h2 class="event-heading">Les autres dates</h2>
      {rule && <p>{capitalised(ruleInFrench(rule, Temporal.PlainDate.from(startsOn)))}.</p>}
      <Dates page={page} dates={near} />
      {far.length > 0 && (
        <details class="more-dates">
          <summary>Les suivantes</summary>
          <Dates page={page} dates={far} />
        </details>
      )}
    </section>
  );
}

function Dates({ page: { event }, dates }: { readonly page: EventPage; readonly dates: EventPage['coming'] }) {
  return (
    <ul class="other-dates">
      {dates.map((date) => {
        const href = occurrencePath(event.slug, date.originalLocal.toString());
        return (
          <li class={date.isCancelled ? 'off' : undefined}>
            <a href={href}>{date.words}</a>
            {date.isCancelled && <span class="facts"> annulé</span>}
          </li>
        );
      })}
    </ul>
  );
}
