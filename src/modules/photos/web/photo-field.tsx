import type { JSX } from 'preact';
import { Button } from '#ui/components/button.tsx';
import { classes } from '#ui/components/classes.ts';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { FieldError, fieldId, Hint, RequiredMark } from '#ui/fields/field-frame.tsx';
import { FileField } from '#ui/fields/file-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { pickerPath } from '../paths.ts';
import type { RecentPhoto } from '../queries/recent-photos.ts';
import type { PhotoChoice } from './photo-choice.ts';

export interface PhotoFieldProps {
  /** Names its fields: `photo`, `photo_file`, `photo_alternative`, `photo_decorative`, `photo_credit`. */
  readonly name: string;
  readonly label: string;
  readonly value: PhotoChoice;
  /** From `recentPhotos`. */
  readonly recent: readonly RecentPhoto[];
  readonly errors?: Readonly<Record<string, string>>;
  readonly hint?: string;
  readonly required?: boolean;
  /** Words last searched, from the form sent. */
  readonly words?: string | undefined;
}

/**
 * A photo for what is being written: sent from this device, or chosen in the bank. The form needs `withFiles`, its route
 * `photoBodyLimit`; `takePhoto` reads it.
 */
export function PhotoField(props: PhotoFieldProps): JSX.Element {
  const { name, label, value, recent, errors = {}, hint, required, words } = props;
  const id = fieldId(name);
  const error = errors[name];
  return (
    <fieldset id={id} tabindex={error ? -1 : undefined} class={classes('fieldset photo-field', error && 'has-error')}>
      <legend>
        {label}
        <RequiredMark required={required} />
      </legend>
      <Hint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      <es-photo-field class="fieldset-fields" data-name={name} data-source={pickerPath}>
        <FileField
          name={`${name}_file`}
          label="Envoyer une photo de cet appareil"
          accept="image/*"
          hint="JPEG, PNG, WebP, AVIF ou GIF, 25 Mo au plus."
          error={errors[`${name}_file`]}
        />
        {(recent.length > 0 || words) && (
          <details class="photo-bank" open={value.imageId !== null || Boolean(words)}>
            <summary>Ou choisir dans la photothèque</summary>
            <div class="photo-search">
              <TextField name={`${name}_words`} label="Chercher une photo" type="text" value={words} grow />
              <Button kind="ghost" name={`${name}_search`} value="oui">
                Chercher
              </Button>
            </div>
            <p class="facts" role="status" data-status>
              {recent.length === 0 && 'Aucune photo ne répond à ces mots.'}
            </p>
            <div class="picture-choices" data-choices>
              {!required && <NoPhoto name={name} isChosen={value.imageId === null} />}
              {recent.map((photo) => (
                <PhotoRadio name={name} photo={photo} isChosen={photo.id === value.imageId} />
              ))}
            </div>
          </details>
        )}
        <TextField
          name={`${name}_alternative`}
          label="Ce qu’on voit sur la photo"
          hint="Une phrase pour les personnes qui ne la voient pas : « Quatre bénévoles réparent un vélo sur la place du marché »."
          value={value.alternative}
          maxlength={300}
          error={errors[`${name}_alternative`]}
        />
        <Checkbox
          name={`${name}_decorative`}
          label="Photo purement décorative : elle n’apprend rien de plus que le texte"
          checked={value.isDecorative}
        />
        <TextField
          name={`${name}_credit`}
          label="Crédit"
          hint="Qui a pris la photo. Laissez vide si c’est vous."
          value={value.credit}
          maxlength={120}
          error={errors[`${name}_credit`]}
        />
      </es-photo-field>
    </fieldset>
  );
}

function NoPhoto({ name, isChosen }: { name: string; isChosen: boolean }): JSX.Element {
  return (
    <label class="picture-choice">
      <input type="radio" name={name} value="" checked={isChosen} />
      <span>
        <span class="cover no-photo" />
        Aucune photo
      </span>
    </label>
  );
}

interface PhotoRadioProps {
  readonly name: string;
  readonly photo: RecentPhoto;
  readonly isChosen: boolean;
}

/** One photo to choose, with what the choice fills in. */
export function PhotoRadio({ name, photo, isChosen }: PhotoRadioProps): JSX.Element {
  return (
    <label class="picture-choice">
      <input
        type="radio"
        name={name}
        value={photo.id}
        checked={isChosen}
        data-alternative={photo.alternative}
        data-decorative={photo.isDecorative ? 'oui' : undefined}
        data-credit={photo.credit}
      />
      <span>
        <span class="cover">
          <img src={photo.thumbnail} alt="" width="320" height="200" loading="lazy" decoding="async" />
        </span>
        <span class="picture-name">{photo.label}</span>
        {photo.isWithheld && <span class="facts">Cachée : il manque un accord</span>}
      </span>
    </label>
  );
}
