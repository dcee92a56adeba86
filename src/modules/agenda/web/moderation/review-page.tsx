import type { JSX } from 'preact';
import { listing } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { readPicture } from '#platform/pictures/picture.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Columns } from '#ui/components/panel.tsx';
import { Form } from '#ui/fields/form.tsx';
import { eventStatusNames } from '../../domain/event-status.ts';
import { eventTypeFacts } from '../../domain/event-types.ts';
import { eventReviewPath } from '../../moderation-paths.ts';
import { eventPath, officePaths } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { reviewedEvent, type ReviewedEvent } from '../../queries/moderation/reviewed-event.ts';
import type { StoredEvent } from '../../queries/stored-event.ts';
import { AsShown } from './as-shown.tsx';
import { Origin, SameDay } from './origin.tsx';
import { SendBack, type TypedWord } from './send-back.tsx';

/** `GET /gestion/agenda/a-valider/:id`: a proposal as it will look, and what to do with it. */
export async function showReview(
  exchange: Exchange,
  deps: AgendaDependencies,
  typed: TypedWord = { answer: '', word: '', errors: {} },
): Promise<Response> {
  const { ctx } = exchange;
  const id = exchange.param('id');
  const reviewed = isId(id) ? await reviewedEvent(ctx.db, id) : null;
  if (!reviewed) return exchange.notFound();
  const { event } = reviewed;
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const [look, picture, organizers] = await Promise.all([
    deps.hubLook(ctx.hubId),
    event.fields.imageId ? readPicture(ctx.db, event.fields.imageId) : null,
    organizerNames(exchange, deps, event),
  ]);
  const isWaiting = event.status === 'proposed';
  return exchange.page({
    title: `Relire : ${event.fields.title}`,
    layout: 'office',
    section: officePaths.list,
    sheets: ['agenda'],
    status: Object.keys(typed.errors).length > 0 ? 422 : 200,
    header: {
      title: 'Relire avant de publier',
      facts: `${eventTypeFacts[event.fields.type].label} · ${eventStatusNames[event.status]}`,
      trail: [
        { label: 'Agenda', href: officePaths.list },
        { label: 'Relire', href: eventReviewPath(id) },
      ],
      ...(isWaiting ? { actions: <Accept event={event} formKey={exchange.formKey} /> } : {}),
    },
    content: (
      <Columns
        main={
          <>
            {typed.errors[''] && <Notice state="danger" title={typed.errors['']} />}
            <Doubts reviewed={reviewed} today={today} />
            <AsShown {...{ reviewed, organizers, picture, today }} land={look.land} />
          </>
        }
        side={
          <>
            <Origin
              {...{ reviewed, organizers, today }}
              zone={ctx.zone}
              isWithheld={Boolean(event.fields.imageId) && !picture}
            />
            <SameDay reviewed={reviewed} />
            {isWaiting ? (
              <SendBack {...{ event, typed, exchange }} sender={reviewed.sender} />
            ) : (
              <Handled event={event} />
            )}
          </>
        }
      />
    ),
  });
}

async function organizerNames(exchange: Exchange, deps: AgendaDependencies, event: StoredEvent): Promise<string> {
  const { organizers } = event.fields;
  const ids = organizers.flatMap(({ organizationId }) => organizationId ?? []);
  const named = await deps.organizations.named(exchange.ctx, ids);
  return listing(
    organizers.map(({ organizationId, name }) => (organizationId && named.get(organizationId)?.name) || name),
  );
}

function Accept({ event, formKey }: { readonly event: StoredEvent; readonly formKey: string }): JSX.Element {
  return (
    <>
      <ButtonLink kind="ghost" icon="edit" href={officePaths.event(event.id)}>
        Modifier
      </ButtonLink>
      <Form
        action={eventReviewPath(event.id)}
        label="Publier"
        hidden={{ [formKeyField]: formKey, version: String(event.version), answer: 'publish' }}
      >
        <Button icon="check">Publier</Button>
      </Form>
    </>
  );
}

/** What deserves a second look. */
function Doubts({ reviewed, today }: { readonly reviewed: ReviewedEvent; readonly today: Temporal.PlainDate }) {
  const { likely, dates, event } = reviewed;
  const last = dates.at(-1)?.lastOn ?? Temporal.PlainDate.from(event.fields.startsOn);
  return (
    <>
      {Temporal.PlainDate.compare(last, today) < 0 && <Notice state="warning" title="Ce rendez-vous est déjà passé" />}
      {likely.length > 0 && (
        <Notice state="warning" title="Il y est peut-être déjà">
          <ul>
            {likely.map(({ title, path, isPublic }) => (
              <li>
                <a href={path}>{title}</a>
                {!isPublic && ' (pas encore publié)'}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function Handled({ event }: { readonly event: StoredEvent }): JSX.Element {
  const isPublished = event.status === 'published';
  return (
    <Notice
      title="Ce n’est plus à relire"
      actions={
        <ButtonLink href={isPublished ? eventPath(event.slug) : officePaths.event(event.id)}>
          {isPublished ? 'Voir la page' : 'Ouvrir'}
        </ButtonLink>
      }
    >
      <p>État : {eventStatusNames[event.status].toLowerCase()}.</p>
      {event.moderationNote && <p>Votre mot : « {event.moderationNote} »</p>}
    </Notice>
  );
}
