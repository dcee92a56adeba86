import type { JSX } from 'preact';
import { capitalised } from '#platform/french/index.ts';
import { classes } from '#ui/components/classes.ts';
import { Icon } from '#ui/components/icon.tsx';
import { focusClasses } from '#ui/components/photo-of.ts';
import { officePhotoPath, officeThumbnailPath } from '../../paths.ts';
import type { PhotoRow } from '../../queries/photo-list.ts';
import { outcomeNames, photoTitle } from '../texts.ts';

/** One photo of the list: to open, to tick, with what is missing or waited for. */
export function PhotoTile({ photo }: { readonly photo: PhotoRow }): JSX.Element {
  const title = photoTitle(photo);
  const facts = [photo.takenOn?.split('-').toReversed().join('/'), photo.occasion, photo.credit].filter(Boolean);
  return (
    <li class="photo-tile">
      <label class="photo-pick">
        <input type="checkbox" name="ids" value={photo.id} data-pick />
        <span class="visually-hidden">Sélectionner « {title} »</span>
      </label>
      <a href={officePhotoPath(photo.id)}>
        <img
          class={focusClasses(photo.focalX, photo.focalY) || undefined}
          src={officeThumbnailPath(photo.id)}
          alt=""
          width="320"
          height="240"
          loading="lazy"
          decoding="async"
        />
        <span class="photo-name">{title}</span>
      </a>
      {facts.length > 0 && <p class="facts">{facts.join(' · ')}</p>}
      <p class={classes('photo-state', `is-${photo.outcome}`)}>
        {photo.isWithheld && <Icon name="lock" />}
        {photo.isWithheld ? `Cachée : ${outcomeNames[photo.outcome]}` : capitalised(outcomeNames[photo.outcome])}
      </p>
      {photo.alternative === '' && !photo.isDecorative && <p class="photo-state is-mute">Sans description</p>}
    </li>
  );
}
