import type { JSX } from 'preact';
import type { NamedContact } from '../queries/contacts.ts';
import { Avatar } from './avatar.tsx';

/** The person a visitor may turn to: face, name, role, phone. */
export function NamedContactCard({ contact }: { readonly contact: NamedContact }): JSX.Element {
  const { name, role, phone, imageId } = contact;
  return (
    <div class="named-contact">
      <Avatar name={name} imageId={imageId} />
      <p>
        <b>{name}</b>
        {role && <span class="facts">{role}</span>}
        {phone && (
          <a class="nowrap" href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
            {phone}
          </a>
        )}
      </p>
    </div>
  );
}
