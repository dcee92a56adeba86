import type { JSX } from 'preact';
import { pictureHref } from '#platform/pictures/picture.ts';

/** The face of someone, or her initials. Her name always stands beside. */
export function Avatar({ name, imageId }: { readonly name: string; readonly imageId: string | null }): JSX.Element {
  if (imageId)
    return <img class="avatar" src={pictureHref(imageId, 320, 'webp')} alt="" width="96" height="96" loading="lazy" />;
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
  return (
    <span class="avatar" aria-hidden="true">
      {initials}
    </span>
  );
}
