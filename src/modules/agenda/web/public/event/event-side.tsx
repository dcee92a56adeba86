import type { JSX, VNode } from 'preact';
import { textOfHtml } from '#platform/rich-text/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { CopyButton } from '#ui/components/copy-button.tsx';
import { Icon } from '#ui/components/icon.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { takesPlace } from '../../../domain/event-states.ts';
import { perimeterNames } from '../../../domain/perimeters.ts';
import { eventCalendarPath, eventPath, posterPath, writeToOrganizerPath } from '../../../paths.ts';
import { isSeries, type EventPage } from './read-event-page.ts';

interface EventSideProps {
  readonly page: EventPage;
  /** Seats and the way to register. */
  readonly panel: VNode | null;
  readonly when: string;
  readonly origin: string;
}

/** Beside the story of an event: how to come, whom to ask, who organises. */
export function EventSide({ page, panel, when, origin }: EventSideProps): JSX.Element {
  const { event, date, isPast, isPublic } = page;
  const takesPlaceThen = takesPlace(event.fields.state) && !date?.isCancelled;
  const dateOfSeries = date && isSeries(page) ? date.originalLocal.toString() : undefined;
  return (
    <>
      <Panel class="event-panel">
        {takesPlaceThen && !isPast && (panel ?? <Conditions page={page} />)}
        {takesPlaceThen && !isPast && panel && <Price page={page} />}
        {isPublic && takesPlaceThen && !isPast && (
          <ul class="reach">
            <li>
              <Icon name="calendar" />
              <a href={eventCalendarPath(event.slug, dateOfSeries)}>Ajouter à mon calendrier</a>
            </li>
            <li>
              <Icon name="download" />
              <a href={posterPath(event.slug)}>Affiche à imprimer</a>
            </li>
          </ul>
        )}
        <Question page={page} />
      </Panel>
      <Organizers page={page} />
      {isPublic && <Share page={page} when={when} origin={origin} />}
    </>
  );
}

/** What the event says of its price, beside the seats. */
function Price({ page: { event } }: Pick<EventSideProps, 'page'>): JSX.Element | null {
  const said = [event.fields.isFree && 'Gratuit', event.fields.conditions].filter(Boolean).join(', ');
  return said ? <p>{said}</p> : null;
}

/** What it costs, and where one registers when it is not here. */
function Conditions({ page: { event } }: Pick<EventSideProps, 'page'>): JSX.Element {
  const { isFree, conditions, registrationUrl } = event.fields;
  const host = URL.parse(registrationUrl)?.hostname.replace(/^www\./, '');
  return (
    <>
      <p class="big">{isFree ? 'Gratuit' : registrationUrl ? 'Sur inscription' : 'Venez comme vous êtes'}</p>
      {conditions && <p>{conditions}</p>}
      {registrationUrl ? (
        <ButtonLink href={registrationUrl} icon="external" rel="noopener nofollow ugc">
          S’inscrire sur {host}
        </ButtonLink>
      ) : (
        <p class="facts">Sans inscription.</p>
      )}
    </>
  );
}

function Question({ page: { event, isPublic } }: Pick<EventSideProps, 'page'>): JSX.Element {
  const { contactName, contactPhone, contactEmail, title } = event.fields;
  const from = eventPath(event.slug);
  const ask = `/contact?${new URLSearchParams({ de: from, sujet: title.slice(0, 100) }).toString()}`;
  return (
    <div class="event-question">
      <p>
        <b>Une question ?</b> {contactName}
      </p>
      <ul class="reach">
        {contactPhone && (
          <li>
            <Icon name="phone" />
            <a href={`tel:${contactPhone.replaceAll(/[^+\d]/g, '')}`}>{contactPhone}</a>
          </li>
        )}
        <li>
          <Icon name="mail" />
          <a href={contactEmail && isPublic ? writeToOrganizerPath(event.slug) : ask}>
            {contactEmail ? 'Écrire aux organisateurs' : 'Écrire au pôle'}
          </a>
        </li>
      </ul>
    </div>
  );
}

/** Whose it is, told apart from the hub's own by its colour, with the reason why it is here. */
function Organizers({ page: { event, organizers, hubName, sources } }: Pick<EventSideProps, 'page'>): JSX.Element {
  const { isOwn, perimeter } = event.fields;
  const names = isOwn
    ? [{ name: hubName, path: null }, ...organizers.filter(({ name }) => name !== hubName)]
    : organizers;
  return (
    <Panel title="Qui organise" class={isOwn ? 'speaker own' : 'speaker'}>
      {names.length === 0 ? (
        <p class="speaker-name">Une structure du territoire</p>
      ) : (
        <ul class="event-organizers">
          {names.map(({ name, path }) => (
            <li class="speaker-name">{path ? <a href={path}>{name}</a> : name}</li>
          ))}
        </ul>
      )}
      <p class="facts">{isOwn ? 'Un rendez-vous du pôle' : perimeterNames[perimeter]}</p>
      {sources.length > 0 && (
        <p class="facts">
          {'Annoncé par '}
          {sources.map(({ name, url }, index) => (
            <>
              {index > 0 && ', '}
              {url ? <a href={url}>{name}</a> : name}
            </>
          ))}
        </p>
      )}
    </Panel>
  );
}

/** The same in plain text, to paste in a message or on a network. */
function Share({ page: { event, venue }, when, origin }: Omit<EventSideProps, 'panel'>): JSX.Element {
  const { title, brief, body } = event.fields;
  const place = [venue?.name, venue?.city].filter(Boolean).join(', ');
  const said = brief || textOfHtml(body).slice(0, 240);
  const text = [title, [when, place].filter(Boolean).join(' · '), said, origin + eventPath(event.slug)]
    .filter(Boolean)
    .join('\n');
  return (
    <details class="share">
      <summary>Faire passer</summary>
      <pre class="code-block">{text}</pre>
      <CopyButton text={text} label="Copier ce texte" />
    </details>
  );
}
