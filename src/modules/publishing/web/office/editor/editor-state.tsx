import type { JSX } from 'preact';
import { formatDateTime } from '#platform/french/index.ts';
import type { Exchange, PageView } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { isArranged, type PublicationKind } from '../../../domain/publication.ts';
import { officePaths, publicationPath } from '../../../paths.ts';
import { mayRunSite } from '../../../policy.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';
import { kindNames, statusNames } from '../../texts.ts';

/** The head of every page about one publication. */
export function officeHeader(
  exchange: Exchange,
  stored: StoredPublication | null,
  kind: PublicationKind,
): Pick<PageView, 'header' | 'publicHref'> {
  const trail = [{ label: 'Publications', href: officePaths.list }];
  if (!stored) return { header: { trail } };
  const isPublic = stored.status === 'published';
  const href = publicationPath(kind, stored.slug);
  return {
    ...(isPublic ? { publicHref: href } : {}),
    header: {
      trail,
      facts: stateInWords(stored, exchange.hub.zone),
      actions: (
        <>
          {isPublic && (
            <ButtonLink kind="ghost" small icon="eye" href={href}>
              Voir sur le site
            </ButtonLink>
          )}
          {stored.status === 'proposed' && mayRunSite(exchange.actor) && (
            <ButtonLink small icon="check" href={officePaths.review(stored.id)}>
              Relire
            </ButtonLink>
          )}
          {!isArranged(kind) && (
            <ButtonLink kind="ghost" small icon="send" href={officePaths.channels(stored.id)}>
              Diffuser
            </ButtonLink>
          )}
          <ButtonLink kind="ghost" small icon="link" href={officePaths.act(stored.id, 'apercu')}>
            Montrer avant
          </ButtonLink>
          <ButtonLink kind="ghost" small icon="history" href={officePaths.versions(stored.id)}>
            Versions
          </ButtonLink>
        </>
      ),
    },
  };
}

/** « Actualité · publié le 3 mars 2026 à 9 h » */
export function stateInWords(
  { kind, status, publishAt, publishedAt, updatedAt }: StoredPublication,
  zone: string,
): string {
  const when = (at: Temporal.Instant): string => formatDateTime(at, { zone });
  const state =
    status === 'scheduled' && publishAt
      ? `programmé pour le ${when(publishAt)}`
      : status === 'published' && publishedAt
        ? `publié le ${when(publishedAt)}`
        : `${statusNames[status].toLowerCase()}, modifié le ${when(updatedAt)}`;
  const { one } = kindNames[kind];
  return `${one.charAt(0).toUpperCase()}${one.slice(1)} · ${state}`;
}

/** What waits about this publication, and the acts on the whole of it. */
export function EditorState({
  exchange,
  stored,
  mayPublish,
}: {
  readonly exchange: Exchange;
  readonly stored: StoredPublication;
  readonly mayPublish: boolean;
}): JSX.Element {
  const { id, pending, status, publishAt, moderationNote, kind } = stored;
  return (
    <>
      {status === 'returned' && moderationNote && (
        <Notice state="warning" title="L’équipe vous renvoie ce texte">
          <p>{moderationNote}</p>
        </Notice>
      )}
      <form class="editor-acts" method="post" action={officePaths.act(id, 'etat')}>
        <input type="hidden" name={formKeyField} value={exchange.formKey} />
        <input type="hidden" name="version" value={stored.version} />
        {pending && (
          <Notice
            title="Modifications non publiées"
            actions={
              <>
                {mayPublish && (
                  <Button small name="act" value="publier">
                    Publier
                  </Button>
                )}
                <Button small kind="ghost" name="act" value="abandonner" icon="undo">
                  Abandonner ces modifications
                </Button>
              </>
            }
          >
            <p>
              {publishAt
                ? `Le site les montrera le ${formatDateTime(publishAt, { zone: exchange.hub.zone })}.`
                : 'Le site montre encore la version d’avant.'}
            </p>
          </Notice>
        )}
        <p class="actions">
          {!pending && publishAt && (
            <Button small kind="ghost" name="act" value="deprogrammer">
              Ne plus programmer
            </Button>
          )}
          <Button small kind="quiet" icon="copy" name="act" value="dupliquer">
            Dupliquer
          </Button>
          {mayPublish && status === 'published' && kind !== 'home' && (
            <Button small kind="quiet" name="act" value="archiver">
              Archiver
            </Button>
          )}
          {kind !== 'home' && (
            <Button small kind="quiet" icon="trash" name="act" value="corbeille">
              Mettre à la corbeille
            </Button>
          )}
        </p>
      </form>
    </>
  );
}
