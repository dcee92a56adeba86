import type { Context } from '#platform/context/context.ts';
import type { HomeBlock } from '#platform/contributions/module.ts';
import { Section } from '#ui/components/section.tsx';
import { comingCards } from '../../cards/card-source.ts';
import { eventCards } from '../../cards/event-card.ts';
import { agendaPath, pastEventsPath, proposeEventPath } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { listedDates } from '../../queries/public/listed-dates.ts';
import { EventCards } from './event-card-view.tsx';

const place = 20;
const shown = 4;

/** On the home page: what comes next; what was, while nothing comes. Nothing before the first event. */
export async function agendaHomeBlocks(ctx: Context, deps: AgendaDependencies): Promise<HomeBlock[]> {
  const [coming, { land }] = await Promise.all([comingCards(ctx, deps, {}, shown), deps.hubLook(ctx.hubId)]);
  const cards = coming.length > 0 ? coming : await lastCards(ctx, deps);
  if (cards.length === 0) return [];
  const isPast = coming.length === 0;
  return [
    {
      key: 'agenda.next',
      label: 'Les prochains rendez-vous',
      order: place,
      content: (
        <Section
          title={isPast ? 'Ce qui s’est passé' : 'Ça arrive'}
          more={{ href: isPast ? pastEventsPath : agendaPath, label: 'Tout l’agenda' }}
        >
          <EventCards cards={cards} land={land} />
          {cards.length < shown && (
            <p class="facts">
              Un rendez-vous près de chez vous ? <a href={proposeEventPath}>Proposez-le en trois minutes</a>.
            </p>
          )}
        </Section>
      ),
    },
  ];
}

async function lastCards(ctx: Context, deps: AgendaDependencies) {
  const { dates } = await listedDates(
    ctx.db,
    { endedBefore: ctx.clock.now(), withoutCancelled: true },
    { limit: shown, order: 'latest' },
  );
  return eventCards(ctx, deps, dates);
}
