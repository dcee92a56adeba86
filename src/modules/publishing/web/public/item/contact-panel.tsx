import type { ComponentChildren, JSX } from 'preact';
import type { Context } from '#platform/context/context.ts';
import { readPicture, type ShownPicture } from '#platform/pictures/picture.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { PhotoImage } from '#ui/components/photo-image.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import { askPath, telephoneHref, type AskFrom } from '../../../ask-path.ts';
import type { NamedContact, PublishingDependencies } from '../../../ports.ts';
import { initialsOf } from '../../blocks/initials.ts';

/** The person of the hub who answers a reader, with her picture. */
export interface PicturedContact extends NamedContact {
  picture: ShownPicture | null;
}

/** Whom to name to this reader; null when the hub named nobody. */
export async function picturedContact(
  ctx: Context,
  { contactFor }: Pick<PublishingDependencies, 'contactFor'>,
  profile: string | null,
): Promise<PicturedContact | null> {
  const contact = await contactFor(ctx, profile);
  return contact && { ...contact, picture: contact.imageId ? await readPicture(ctx.db, contact.imageId) : null };
}

export interface ContactPanelProps {
  readonly title: string;
  readonly contact: PicturedContact | null;
  readonly ask: AskFrom;
  readonly label?: string;
  readonly children?: ComponentChildren;
}

/** Somebody to talk to, beside the page; without a name, the hub itself. */
export function ContactPanel({ title, contact, ask, label, children }: ContactPanelProps): JSX.Element {
  return (
    <Panel title={title} class="contact-panel">
      {contact && (
        <p class="contact-person">
          {contact.picture ? (
            <PhotoImage photo={photoOf(contact.picture, '96px', '')} class="face" />
          ) : (
            <span class="face tone-accent" aria-hidden="true">
              {initialsOf(contact.name)}
            </span>
          )}
          <span>
            <b>{contact.name}</b>
            {contact.role && <span class="facts">{contact.role}</span>}
          </span>
        </p>
      )}
      {children}
      <p class="actions">
        <ButtonLink href={askPath(ask)}>{label ?? 'Poser une question'}</ButtonLink>
        {contact?.phone && (
          <ButtonLink kind="ghost" icon="phone" href={telephoneHref(contact.phone)}>
            {contact.phone}
          </ButtonLink>
        )}
      </p>
    </Panel>
  );
}
