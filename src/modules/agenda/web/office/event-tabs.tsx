import type { JSX } from 'preact';
import type { Context } from '#platform/context/context.ts';
import { Tabs } from '#ui/components/tabs.tsx';
import { officePaths } from '../../paths.ts';
import { mayRunAgenda } from '../../policy.ts';
import { readEvent, type StoredEvent } from '../../queries/stored-event.ts';

/** Parts of an event’s office. Those that other modules hold stand at their own word under its address. */
export type EventTab = 'event' | 'dates' | 'registrations' | 'programme';

export interface EventTabsProps {
  readonly actor: Context['actor'];
  readonly event: Pick<StoredEvent, 'id' | 'origin'>;
  readonly current: EventTab;
}

/** The same way around on every page about one event; one that another module keeps has its sheet there. */
export function EventTabs({ actor, event: { id, origin }, current }: EventTabsProps): JSX.Element {
  const under = (word: string): string => `${officePaths.event(id)}/${word}`;
  const all: readonly [EventTab, string, string, boolean][] = [
    ['event', 'Fiche', origin?.officePath ?? officePaths.event(id), true],
    ['dates', 'Ses dates', officePaths.dates(id), origin === null],
    ['registrations', 'Inscriptions', under('inscriptions'), mayRunAgenda(actor)],
    ['programme', 'Programme', under('programme'), mayRunAgenda(actor) && origin === null],
  ];
  return (
    <Tabs
      wraps
      label="Parties du rendez-vous"
      tabs={all.flatMap(([tab, label, href, isShown]) => (isShown ? [{ label, href, current: tab === current }] : []))}
    />
  );
}

/** The same, where only the id of the event is at hand. */
export async function eventTabs({ db, actor }: Context, eventId: string, current: EventTab): Promise<JSX.Element> {
  const event = await readEvent(db, eventId);
  return <EventTabs actor={actor} event={{ id: eventId, origin: event?.origin ?? null }} current={current} />;
}
