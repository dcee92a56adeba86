import type { JSX, VNode } from 'preact';
import { agendaOfficePaths, EventTabs, readEvent, type StoredEvent } from '#modules/agenda/index.ts';
import type { Exchange, PageView } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { Tabs } from '#ui/components/tabs.tsx';
import { officePaths, programmePath } from '../../paths.ts';

export type OfficeTab = 'programme' | 'rooms' | 'stands' | 'volunteers' | 'settings';

/** The event whose programme is kept here, or null. */
export async function eventHere({ ctx, param }: Exchange): Promise<StoredEvent | null> {
  const id = param('id');
  const event = isId(id) ? await readEvent(ctx.db, id) : null;
  return event && !event.trashedAt ? event : null;
}

/** A page of the back office about the programme of one event. */
export function officePage(
  exchange: Exchange,
  event: StoredEvent,
  {
    title,
    tab,
    content,
    status = 200,
    actions,
    lead,
  }: { title: string; tab: OfficeTab | null; content: VNode; status?: number; actions?: VNode; lead?: string },
): Promise<Response> {
  const view: PageView = {
    title: `${title} · ${event.fields.title}`,
    layout: 'office',
    section: agendaOfficePaths.list,
    status,
    publicHref: programmePath(event.slug),
    header: {
      title,
      trail: [
        { label: 'Agenda', href: agendaOfficePaths.list },
        { label: event.fields.title, href: agendaOfficePaths.event(event.id) },
        { label: 'Programme', href: officePaths.programme(event.id) },
        ...(tab === 'programme' ? [] : [{ label: title, href: exchange.url.pathname }]),
      ],
      ...(actions ? { actions } : {}),
      ...(lead ? { lead } : {}),
    },
    content: (
      <>
        <EventTabs actor={exchange.actor} event={event} current="programme" />
        {tab && <OfficeTabs id={event.id} current={tab} />}
        {content}
      </>
    ),
  };
  return exchange.page(view);
}

function OfficeTabs({ id, current }: { readonly id: string; readonly current: OfficeTab }): JSX.Element {
  const tabs: readonly [OfficeTab, string, string][] = [
    ['programme', 'Programme', officePaths.programme(id)],
    ['rooms', 'Salles', officePaths.rooms(id)],
    ['stands', 'Stands', officePaths.stands(id)],
    ['volunteers', 'Bénévoles', officePaths.volunteers(id)],
    ['settings', 'Réglages', officePaths.settings(id)],
  ];
  return (
    <Tabs
      isWithin
      label="Parties du programme"
      tabs={tabs.map(([tab, label, href]) => ({ label, href, current: tab === current }))}
    />
  );
}
