import type { JSX } from 'preact';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import {
  noPhoto,
  officePhotoPath,
  officeThumbnailPath,
  PhotoField,
  type PhotoChoice,
  type RecentPhoto,
} from '#modules/photos/index.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { officePath, officeSheetPath } from '../../paths.ts';
import type { OfficePhoto } from '../../queries/office/sheet-photos.ts';
import { summaryOf, type FieldErrors } from './sheet-values.ts';

export interface PhotosProps {
  readonly exchange: Exchange;
  readonly sheetId: string;
  readonly photos: readonly OfficePhoto[];
  /** What the bank proposes. */
  readonly recent: readonly RecentPhoto[];
  readonly value?: PhotoChoice;
  readonly words?: string | undefined;
  readonly errors?: FieldErrors;
}

/** The photos of a sheet, the first is its cover, and the form that adds one, new or from the photo bank. */
export function PhotosPanel({
  exchange,
  sheetId,
  photos,
  recent,
  value = noPhoto,
  words,
  errors = {},
}: PhotosProps): JSX.Element {
  return (
    <Panel title="Photos" id="photos">
      {photos.length > 0 && (
        <ul class="photo-grid plain">
          {photos.map((photo, place) => (
            <SheetPhotoTile exchange={exchange} photo={photo} isCover={place === 0} />
          ))}
        </ul>
      )}
      <Form
        action={`${officeSheetPath(sheetId)}/photos`}
        withFiles
        errors={summaryOf(errors)}
        hidden={{ [formKeyField]: exchange.ctx.newId() }}
        label="Ajouter une photo"
      >
        <PhotoField
          name="photo"
          label="Ajouter une photo"
          value={value}
          recent={recent}
          words={words}
          errors={errors}
          required
        />
        <SubmitBar label="Ajouter la photo" kind="ghost" />
      </Form>
    </Panel>
  );
}

interface SheetPhotoTileProps {
  readonly exchange: Exchange;
  readonly photo: OfficePhoto;
  readonly isCover: boolean;
}

function SheetPhotoTile({ exchange, photo, isCover }: SheetPhotoTileProps): JSX.Element {
  return (
    <li class="photo-tile">
      <a href={officePhotoPath(photo.imageId)}>
        <img src={officeThumbnailPath(photo.imageId)} alt="" width="320" height="240" loading="lazy" />
        <span class="photo-name">{photo.alternative || 'Photo sans description'}</span>
      </a>
      {isCover && <p class="facts">Couverture de la fiche</p>}
      {photo.isWithheld && <p class="photo-state is-waiting">Cachée : il manque un accord</p>}
      <form class="actions" method="post" action={`${officePath}/photos/${photo.photoId}`}>
        <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
        {!isCover && (
          <Button small kind="ghost" name="act" value="cover">
            En couverture
          </Button>
        )}
        <Button small kind="quiet" icon="trash" name="act" value="remove">
          Retirer de la fiche
        </Button>
      </form>
      <p>
        <ButtonLink small kind="quiet" icon="edit" href={officePhotoPath(photo.imageId)}>
          Décrire, remplacer
        </ButtonLink>
      </p>
    </li>
  );
}
