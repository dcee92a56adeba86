import type { JSX, VNode } from 'preact';
import { cleanHtml } from '#platform/rich-text/index.ts';
import { capitalised, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Icon } from '#ui/components/icon.tsx';
import { Banner } from '#ui/components/hero.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns } from '#ui/components/panel.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import { Section } from '#ui/components/section.tsx';
import { PhotoOrRelief } from '#ui/relief/relief-cover-view.tsx';
import { placeInWords } from '../../../cards/event-card.ts';
import { takesPlace } from '../../../domain/event-states.ts';
import { eventTypeFacts } from '../../../domain/event-types.ts';
import { whenInWords } from '../../../domain/when-in-words.ts';
import { agendaPath, eventCalendarPath, eventPath, occurrencePath, officePaths } from '../../../paths.ts';
import { writers } from '../../../policy.ts';
import type { AgendaDependencies, Seats } from '../../../ports.ts';
import { agendaHref, everyDate } from '../agenda-query.ts';
import { outcomeSection } from '../../outcomes/outcome-section.tsx';
import { EventCards } from '../event-card-view.tsx';
import { readAgendaList } from '../read-agenda.ts';
import { shareImagePath } from '../share/share-image.ts';
import { eventData } from './event-data.ts';
import { EventNotices } from './event-notices.tsx';
import { EventPlace } from './event-place.tsx';
import { EventSide } from './event-side.tsx';
import { OtherDates } from './other-dates.tsx';
import { eventAsked, isSeries, maySee, readEventPage, type EventPage } from './read-event-page.ts';

const mostAlso = 4;

/** `GET /agenda/:slug`, and `?date=` for one date of a series. */
export async function showEvent(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const { ctx, hub } = exchange;
  const slug = exchange.param('slug');
  const event = await eventAsked(exchange, deps, slug);
  if (!event || !(await maySee(exchange, event))) return exchange.notFound();
  if (event.origin) return exchange.redirect(event.publishedAt ? event.origin.path : event.origin.officePath);
  if (event.slug !== slug) return exchange.http.redirect(eventPath(event.slug) + exchange.url.search, 301);
  const page = await readEventPage(exchange, deps, event);
  if (!page) return exchange.redirect(eventPath(slug));
  const { date, isPublic, isPast } = page;
  const { fields } = event;
  const [panel, sections, also, outcome] = await Promise.all([
    isPublic && date && !isPast
      ? deps.registration.panel(exchange, { eventId: event.id, occurrenceId: date.id })
      : null,
    Promise.all(deps.eventSections.map((section) => section(ctx, { eventId: event.id, slug }))),
    alsoComing(exchange, deps, event.id),
    isPublic && date && isPast ? outcomeSection(ctx, date.id) : null,
  ]);
  const title = date?.title ?? fields.title;
  const when = date ? whenInWords(date, { today: page.today, zone: hub.zone }) : '';
  const path = date && exchange.query('date') ? occurrencePath(slug, date.originalLocal.toString()) : eventPath(slug);
  return exchange.page({
    title,
    description: [when, placeOf(page), fields.brief].filter(Boolean).join(' · '),
    canonical: path,
    section: agendaPath,
    sheets: ['agenda'],
    indexed: isPublic,
    feeds: [{ href: eventCalendarPath(slug), type: 'text/calendar', title }],
    mailable: { kind: 'event', id: event.id },
    edit: {
      href: officePaths.event(event.id),
      label: 'Modifier ce rendez-vous',
      roles: writers,
      ...(event.origin ? {} : { more: [{ href: officePaths.repeat(event.id), label: 'Refaire' }] }),
    },
    ...(isPublic && date ? { structuredData: [eventData(page, date, hub.origin, panel?.seats ?? undefined)] } : {}),
    ...(isPublic ? { image: { url: shareImagePath(event), alternative: title } } : {}),
    content: (
      <EventView
        page={page}
        title={title}
        when={when}
        origin={hub.origin}
        panel={panel?.view ?? null}
        seats={panel?.seats ?? null}
        sections={sections.filter((section) => section !== null)}
        also={also}
        outcome={outcome}
      />
    ),
  });
}

interface EventViewProps {
  readonly page: EventPage;
  readonly title: string;
  readonly when: string;
  readonly origin: string;
  readonly panel: VNode | null;
  readonly seats: Seats | null;
  readonly sections: readonly VNode[];
  /** What came out of a past date. */
  readonly outcome: VNode | null;
  readonly also: Awaited<ReturnType<typeof alsoComing>>;
}

function EventView({ page, title, when, origin, panel, seats, sections, also, outcome }: EventViewProps): JSX.Element {
  const { event, land } = page;
  const { fields } = event;
  return (
    <>
      <Banner>
        <PhotoOrRelief
          id={event.id}
          hue={eventTypeFacts[fields.type].hue}
          motif={land.motif}
          width={1240}
          height={360}
          eager
          photo={
            page.picture
              ? photoOf(
                  { ...page.picture, credit: fields.imageCredit || page.picture.credit },
                  '(min-width: 78rem) 77rem, 100vw',
                  fields.imageAlternative || page.picture.alternative,
                )
              : undefined
          }
        />
      </Banner>
      <PageHeader
        trail={[{ label: 'Agenda', href: agendaPath }, { label: title }]}
        label={{
          text: `${eventTypeFacts[fields.type].label} · ${fields.isOwn ? 'le pôle' : 'chez nos voisins'}`,
          own: fields.isOwn,
        }}
        title={title}
        facts={<Facts page={page} when={when} />}
      />
      <EventNotices page={page} />
      <WayIn page={page} seats={seats} />
      {outcome}
      <Columns
        main={
          <div class="sheet event">
            {fields.brief && <p class="lead">{fields.brief}</p>}
            {fields.body && <div class="prose" dangerouslySetInnerHTML={{ __html: cleanHtml(fields.body) }} />}
            <Documents files={page.files} />
            {sections}
            <EventPlace page={page} />
            {isSeries(page) && <OtherDates page={page} />}
            <Words page={page} />
          </div>
        }
        side={<EventSide page={page} panel={panel} when={when} origin={origin} />}
      />
      {also.length > 0 && (
        <Section title="Ça arrive aussi" more={{ href: agendaPath, label: 'Tout l’agenda' }}>
          <EventCards cards={also} land={land} />
        </Section>
      )}
    </>
  );
}

/** On a phone, the way to register stands before the story: the panel that holds it comes after. */
function WayIn({ page, seats }: Pick<EventViewProps, 'page' | 'seats'>): JSX.Element | null {
  const { event, date, isPast, isPublic } = page;
  if (!isPublic || isPast || !takesPlace(event.fields.state) || date?.isCancelled) return null;
  if (!seats?.isOpen || (seats.left === 0 && !seats.hasWaitingList)) return null;
  return (
    <p class="actions way-in">
      <ButtonLink href={seats.href}>{seats.left === 0 ? 'Liste d’attente' : 'S’inscrire'}</ButtonLink>
      {seats.left !== null && (
        <b>{seats.left === 0 ? 'Complet' : plural(seats.left, 'place restante', 'places restantes')}</b>
      )}
    </p>
  );
}

function Facts({ page, when }: { readonly page: EventPage; readonly when: string }): JSX.Element {
  const { date } = page;
  const place = placeOf(page);
  return (
    <>
      {date && <time datetime={date.startsAt.toString()}>{capitalised(when)}</time>}
      {place && (date ? `\u00a0· ${place}` : place)}
    </>
  );
}

/** « Guichen », « Guichen et en ligne » */
function placeOf({ event: { fields }, venue }: EventPage): string {
  return placeInWords({
    attendance: fields.attendance,
    state: fields.state,
    venue: venue && { ...venue, insee: venue.municipalityInsee },
  });
}

function Documents({ files }: { readonly files: EventPage['files'] }): JSX.Element | null {
  if (files.length === 0) return null;
  return (
    <section class="stack">
      <h2 class="event-heading">À télécharger</h2>
      <ul class="downloads">
        {files.map(({ href, facts, name }) => (
          <li>
            <a href={href}>
              <Icon name="download" />
              <span>
                <b>{name}</b> <small>({facts})</small>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** For whom and about what: each leads to what shares it. */
function Words({ page: { audiences, themes, event } }: { readonly page: EventPage }): JSX.Element {
  const { type } = event.fields;
  return (
    <ul class="tags" aria-label="Pour qui, sur quoi">
      <li>
        <a class="chip" href={agendaHref(everyDate, { type })}>
          {eventTypeFacts[type].label}
        </a>
      </li>
      {audiences.map(({ tag, label }) => (
        <li>
          <a class="chip" href={agendaHref(everyDate, { audience: tag })}>
            {label}
          </a>
        </li>
      ))}
      {themes.map(({ id, label }) => (
        <li>
          <a class="chip" href={agendaHref(everyDate, { theme: id })}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

async function alsoComing({ ctx }: Exchange, deps: AgendaDependencies, id: string) {
  const { cards } = await readAgendaList(ctx, deps, everyDate);
  return cards.filter((card) => card.id !== id && card.state?.tone !== 'cancelled').slice(0, mostAlso);
}
