import type { JSX } from 'preact';
import { noPhoto, officeThumbnailPath, PhotoField, type PhotoChoice, type RecentPhoto } from '#modules/photos/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { fileFacts, fileHref } from '#platform/stored-files/index.ts';
import { Button } from '#ui/components/button.tsx';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { StoredFileField } from '#ui/fields/stored-file-field.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { outcomeOffice } from '../../outcome-paths.ts';
import type { ShownOutcome } from '../../queries/outcomes/outcomes-of.ts';

/** Names of the fields of the photo and the document to add. */
export const addedPhoto = 'photo';
export const addedFile = 'file';
export const figureRows = 4;

export interface TypedOutcome {
  values: Readonly<Record<string, string>>;
  photo: PhotoChoice;
  errors: Readonly<Record<string, string>>;
}

interface OutcomeFormProps {
  readonly exchange: Exchange;
  readonly occurrenceId: string;
  readonly stored: ShownOutcome | null;
  readonly typed: TypedOutcome;
  readonly recent: readonly RecentPhoto[];
  /** How many came, as registrations know it. */
  readonly counted: number | null;
}

/** What came out of a date: all of it optional, so that one line is enough. */
export function OutcomeForm({ exchange, occurrenceId, stored, typed, recent, counted }: OutcomeFormProps): JSX.Element {
  const { values, errors, photo } = typed;
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <Form
      action={outcomeOffice.outcome(occurrenceId)}
      label="Ce qu’il en est sorti"
      draft={`bilan-${occurrenceId}`}
      withFiles
      errors={Object.entries(errors).map(([name, message]) => (name ? { field: name, message } : { message }))}
      hidden={{ [formKeyField]: exchange.formKey, version: String(stored?.version ?? 0) }}
    >
      <TextField
        {...field('attended')}
        label="Combien de personnes sont venues ?"
        type="number"
        inputmode="numeric"
        size="short"
        hint={counted === null ? undefined : `D’après les inscriptions : ${counted}.`}
      />
      <TextArea
        {...field('words')}
        label="Que s’est-il passé ?"
        hint="Deux phrases suffisent. Une ligne vide sépare les paragraphes."
        rows={5}
        limit={5000}
      />
      <TextArea
        {...field('decisions')}
        label="Ce qui a été décidé"
        hint="Une décision par ligne."
        rows={3}
        limit={3000}
      />
      <TextArea
        {...field('nextSteps')}
        label="La suite"
        hint="Une étape par ligne : qui fait quoi, pour quand."
        rows={3}
        limit={3000}
      />
      <Figures {...{ values, errors }} />
      <TextField
        {...field('thanks')}
        label="Merci à"
        hint="Les personnes et structures à remercier, telles que vous les nommez. C’est public."
        maxlength={1000}
      />
      {stored && stored.shownPhotos.length > 0 && <KeptPhotos stored={stored} />}
      <PhotoField
        name={addedPhoto}
        label="Ajouter une photo"
        hint="Elle entre dans la photothèque. Les accords des personnes s’y notent, et cachent la photo tant qu’il en manque."
        value={photo.imageId ? photo : noPhoto}
        recent={recent}
        errors={errors}
        words={values[`${addedPhoto}_words`]}
      />
      {stored && stored.shownFiles.length > 0 && <KeptFiles stored={stored} />}
      <StoredFileField
        name={addedFile}
        label="Ajouter un compte-rendu ou un document"
        current={null}
        error={errors[`${addedFile}_file`]}
      />
      <SubmitBar label="Enregistrer" cancelHref={outcomeOffice.list}>
        <Button kind="ghost" name="again" value="oui">
          Enregistrer, puis ajouter une autre photo
        </Button>
      </SubmitBar>
    </Form>
  );
}

function Figures({ values, errors }: Pick<TypedOutcome, 'values' | 'errors'>): JSX.Element {
  return (
    <Fieldset legend="Des chiffres à retenir" name="figures" hint="« 140 » · « plants échangés ». Facultatif.">
      {Array.from({ length: figureRows }, (_, index) => (
        <FieldRow>
          <TextField
            name={`figures.${index}.value`}
            label={`Nombre ${index + 1}`}
            size="short"
            value={values[`figures.${index}.value`]}
            error={errors[`figures.${index}.value`]}
          />
          <TextField
            name={`figures.${index}.label`}
            label={`De quoi (nombre ${index + 1})`}
            value={values[`figures.${index}.label`]}
            error={errors[`figures.${index}.label`]}
            grow
          />
        </FieldRow>
      ))}
    </Fieldset>
  );
}

function KeptPhotos({ stored }: { readonly stored: ShownOutcome }): JSX.Element {
  return (
    <Fieldset legend="Photos déjà choisies" name="kept-photos">
      <ul class="plain outcome-kept">
        {stored.shownPhotos.map(({ id, alternative }) => (
          <li>
            <img src={officeThumbnailPath(id)} alt={alternative} width="160" height="100" loading="lazy" />
            <Checkbox name={`remove-photo-${id}`} label="Retirer" />
          </li>
        ))}
      </ul>
    </Fieldset>
  );
}

function KeptFiles({ stored }: { readonly stored: ShownOutcome }): JSX.Element {
  return (
    <Fieldset legend="Documents déjà joints" name="kept-files">
      {stored.shownFiles.map((file) => (
        <div class="row">
          <a href={fileHref(file)}>{file.name}</a>
          <span class="facts">{fileFacts(file)}</span>
          <Checkbox name={`remove-file-${file.id}`} label={`Retirer ${file.name}`} />
        </div>
      ))}
    </Fieldset>
  );
}
