import type { JSX } from 'preact';
import { PhotoField, noPhoto, type PhotoChoice } from '#modules/photos/index.ts';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { TypedHere } from '../../subscriptions/web/typed.ts';
import type { Contribution } from '../queries/editions.ts';

/** Name of the fields of the photo. */
export const photoName = 'photo';

/** The photo kept with a contribution, as its field shows it. */
export function photoKept(known: Contribution | null): PhotoChoice {
  if (!known?.picture) return noPhoto;
  const { id, alternative, credit } = known.picture;
  return { imageId: id, alternative, isDecorative: alternative === '', credit };
}

/** What an actor tells: five fields, three of them needed. */
export function ContributionFieldset({
  typed: { values, errors },
  known,
  authorName = '',
  photo,
}: {
  readonly typed: TypedHere;
  readonly known: Contribution | null;
  /** Her name, as the hub knows it. */
  readonly authorName?: string;
  readonly photo: PhotoChoice;
}): JSX.Element {
  return (
    <>
      <TextField
        name="title"
        label="Votre nouvelle en quelques mots"
        required
        maxlength={200}
        value={values['title'] ?? known?.title}
        error={errors['title']}
      />
      <TextArea
        name="body"
        label="Racontez"
        hint="Quelques lignes suffisent : quoi, quand, avec qui, ce que vous cherchez."
        rows={6}
        limit={2000}
        required
        value={values['body'] ?? known?.body}
        error={errors['body']}
      />
      <TextField
        name="structureName"
        label="Votre structure"
        required
        autocomplete="organization"
        value={values['structureName'] ?? known?.structureName}
        error={errors['structureName']}
      />
      <TextField
        name="authorName"
        label="Votre nom"
        hint="Pour l’équipe : il n’est pas publié."
        autocomplete="name"
        value={values['authorName'] ?? known?.authorName ?? authorName}
        error={errors['authorName']}
      />
      <TextField
        name="href"
        label="Une page à montrer"
        inputmode="url"
        value={values['href'] ?? known?.href}
        error={errors['href']}
      />
      <PhotoField
        name={photoName}
        label="Une photo"
        hint="De vous ou d’un lieu, avec l’accord de celles et ceux qu’on y reconnaît."
        value={photo}
        recent={[]}
        errors={errors}
        words={values[`${photoName}_words`]}
      />
    </>
  );
}
