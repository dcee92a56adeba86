import type { JSX } from 'preact';
import { ButtonLink } from '#ui/components/button.tsx';
import { PhotoImage } from '#ui/components/photo-image.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import type { BlockOf } from '../../content/blocks.ts';
import { askPath, telephoneHref } from '../../ask-path.ts';
import type { BlockData } from './block-data.ts';
import { initialsOf } from './initials.ts';

export interface ContactBlockProps {
  readonly block: Pick<BlockOf<'contact'>, 'title' | 'text' | 'profile'>;
  readonly data: BlockData;
  /** The page it stands on, and what it is about: the form opens with them. */
  readonly from?: string;
  readonly subject?: string;
}

/** Somebody to talk to, by name, and the two ways to do it. */
export function ContactBlock({ block, data, from, subject }: ContactBlockProps): JSX.Element {
  const contact = data.contacts.get(block.profile);
  const picture = contact?.imageId ? data.pictures.get(contact.imageId) : undefined;
  const href = askPath({ profile: block.profile, ...(from ? { from } : {}), ...(subject ? { subject } : {}) });
  return (
    <section class="block block-contact">
      {contact &&
        (picture ? (
          <PhotoImage photo={photoOf(picture, '200px', '')} class="face" />
        ) : (
          <span class="face tone-accent" aria-hidden="true">
            {initialsOf(contact.name)}
          </span>
        ))}
      <div>
        <h2>{block.title || 'Parlons-en'}</h2>
        {block.text && <p>{block.text}</p>}
        {contact && (
          <p>
            <b>{contact.name}</b>
            {contact.role && `, ${contact.role}`}
          </p>
        )}
        <p class="actions">
          <ButtonLink href={href}>Poser une question</ButtonLink>
          {contact?.phone && (
            <ButtonLink kind="ghost" icon="phone" href={telephoneHref(contact.phone)}>
              {contact.phone}
            </ButtonLink>
          )}
        </p>
      </div>
    </section>
  );
}
