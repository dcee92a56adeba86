import type { JSX } from 'preact';
import { formatDateTime } from '#platform/french/index.ts';
import type { Exchange, PageView } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { eventStatusNames } from '../../../domain/event-status.ts';
import { eventTypeFacts } from '../../../domain/event-types.ts';
import { eventReviewPath } from '../../../moderation-paths.ts';
import { eventPath, officePaths, posterPath } from '../../../paths.ts';
import { mayRunAgenda } from '../../../policy.ts';
import type { StoredEvent } from '../../../queries/stored-event.ts';

/** The head of every page about one event. */
export function eventHeader(
  exchange: Exchange,
  stored: StoredEvent | null,
  { isSplit = false }: { isSplit?: boolean } = {},
): Pick<PageView, 'header' | 'publicHref'> {
  const trail = [{ label: 'Agenda', href: officePaths.list }];
  if (!stored) return { header: { trail } };
  const isPublic = stored.status === 'published';
  const { fields } = stored;
  const runs = mayRunAgenda(exchange.actor);
  return {
    ...(isPublic ? { publicHref: eventPath(stored.slug) } : {}),
    header: {
      trail: isSplit ? [...trail, { label: fields.title, href: officePaths.event(stored.id) }] : trail,
      facts: `${eventTypeFacts[fields.type].label} · ${eventStatusNames[stored.status].toLowerCase()}, modifié le ${formatDateTime(stored.updatedAt, { zone: exchange.hub.zone })}`,
      // The event’s own page holds them.
      ...(isSplit ? {} : { actions: <HeaderActions {...{ stored, runs }} /> }),
    },
  };
}

function HeaderActions({ stored, runs }: { readonly stored: StoredEvent; readonly runs: boolean }): JSX.Element {
  const isPublic = stored.status === 'published';
  return (
    <>
      {isPublic && (
        <ButtonLink kind="ghost" small icon="eye" href={eventPath(stored.slug)}>
          Voir sur le site
        </ButtonLink>
      )}
      {stored.status === 'proposed' && runs && (
        <ButtonLink small icon="check" href={eventReviewPath(stored.id)}>
          Relire
        </ButtonLink>
      )}
      {isPublic && (
        <ButtonLink kind="ghost" small icon="download" href={posterPath(stored.slug)}>
          Affiche (PDF)
        </ButtonLink>
      )}
      <ButtonLink kind="ghost" small icon="copy" href={officePaths.repeat(stored.id)}>
        Refaire
      </ButtonLink>
    </>
  );
}

/** Why the team sent it back. */
export function SentBack({ stored: { status, moderationNote } }: { readonly stored: StoredEvent }): JSX.Element | null {
  if (status !== 'returned' || !moderationNote) return null;
  return (
    <Notice state="warning" title="L’équipe vous renvoie ce rendez-vous">
      <p>{moderationNote}</p>
    </Notice>
  );
}

/** The acts on the whole of the event, after its form: the rarest ones. */
export function EventActs({
  exchange,
  stored: { id, status },
}: {
  readonly exchange: Exchange;
  readonly stored: StoredEvent;
}): JSX.Element {
  return (
    <form class="editor-acts" method="post" action={officePaths.act(id)}>
      <input type="hidden" name={formKeyField} value={exchange.formKey} />
      <p class="actions">
        {status === 'published' && (
          <Button small kind="quiet" name="act" value="retirer">
            Retirer de l’agenda
          </Button>
        )}
        <Button small kind="quiet" icon="trash" name="act" value="corbeille">
          Mettre à la corbeille
        </Button>
      </p>
    </form>
  );
}
