import type { JSX } from 'preact';
import type { SentForm } from '#platform/http/exchange.ts';
import { readStoredFiles, takeFile } from '#platform/stored-files/index.ts';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { Select } from '#ui/fields/select.tsx';
import { StoredFileField } from '#ui/fields/stored-file-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { licences, resourceFormats } from '../../../content/network.ts';
import { formatNames, licenceNames } from '../../texts.ts';
import type { KindEditor, KindFieldsProps } from '../kind-editor.ts';
import { stepsFrom, StepsFields } from './steps-fields.tsx';

/** A guide, a sheet with its steps, a link, a document, a book or a tool to borrow. */
export const resourceEditor: KindEditor<'resource'> = {
  common: {
    title: { label: 'Titre', hint: 'Ce qu’on cherche : « Déclarer une association ».' },
    brief: { label: 'En bref', hint: 'À qui cela sert, et pour faire quoi.' },
    line: { label: 'En une ligne', hint: 'Pour les listes et les messages courts.' },
    photo: { label: 'Photo' },
    body: { label: 'Texte', hint: 'Avant les étapes, quand il y en a.' },
    organization: { label: 'Structure qui propose', hint: 'Laissez vide quand c’est le pôle.' },
    reviewOn: { label: 'À relire le', hint: 'Ce jour-là, la fiche vous revient. Un an est une bonne durée.' },
  },
  fields: ResourceFields,
  read: (form, former) => ({
    ...former,
    format: form.values['content.format'] || former.format,
    link: form.values['content.link'] ?? '',
    publisher: form.values['content.publisher'] ?? '',
    publishedYear: yearFrom(form),
    owner: form.values['content.owner'] ?? '',
    licence: form.values['content.licence'] ?? '',
    shelf: form.values['content.shelf'] ?? '',
    steps: stepsFrom(form),
  }),
  more: async (ctx, { fileId }) => ({ files: fileId ? await readStoredFiles(ctx.db, [fileId]) : [] }),
  async take(ctx, files, form) {
    const taken = await takeFile(ctx, files, form, 'content.fileId', { visibility: 'staff' });
    if (taken.ok) return { content: { fileId: taken.value.fileId }, errors: {} };
    return { content: { fileId: form.values['content.fileId'] || null }, errors: taken.fields };
  },
};

/** A year as it is typed; nonsense goes on to the schema, which says so. */
function yearFrom(form: SentForm): number | string | null {
  const typed = (form.values['content.publishedYear'] ?? '').trim();
  return /^\d{4}$/.test(typed) ? Number(typed) : typed || null;
}

function ResourceFields({ content, errors, choices }: KindFieldsProps<'resource'>): JSX.Element {
  const file = choices.files?.find(({ id }) => id === content.fileId) ?? null;
  return (
    <>
      <Select
        name="content.format"
        label="Format"
        value={content.format}
        choices={resourceFormats.map((value) => ({ value, label: formatNames[value] }))}
        error={errors['content.format']}
      />
      <StepsFields steps={content.steps} errors={errors} />
      <Fieldset legend="Ailleurs, ou à emporter" large>
        <TextField
          name="content.link"
          type="url"
          label="Adresse d’un site"
          hint="https://… Elle est vérifiée chaque semaine."
          value={content.link}
          error={errors['content.link']}
        />
        <StoredFileField
          name="content.fileId"
          label="Document à télécharger"
          current={file}
          error={errors['content.fileId_file'] ?? errors['content.fileId']}
        />
        <TextField
          name="content.shelf"
          label="Où le prendre"
          hint="Pour un livre ou un outil à emprunter : « Bibliothèque du pôle, étagère Gouvernance »."
          value={content.shelf}
          maxlength={160}
          error={errors['content.shelf']}
        />
      </Fieldset>
      <OriginFields content={content} errors={errors} />
    </>
  );
}

function OriginFields({ content, errors }: Pick<KindFieldsProps<'resource'>, 'content' | 'errors'>): JSX.Element {
  return (
    <Fieldset legend="D’où ça vient" large>
      <TextField
        name="content.publisher"
        label="Éditeur"
        hint="Qui l’a écrit ou publié : « Avise », « Service public »."
        value={content.publisher}
        maxlength={160}
        error={errors['content.publisher']}
      />
      <TextField
        name="content.publishedYear"
        label="Année"
        inputmode="numeric"
        size="short"
        value={content.publishedYear === null ? '' : String(content.publishedYear)}
        error={errors['content.publishedYear']}
      />
      <TextField
        name="content.owner"
        label="Qui la tient à jour"
        value={content.owner}
        maxlength={120}
        error={errors['content.owner']}
      />
      <Select
        name="content.licence"
        label="Licence"
        hint="Ce que les autres peuvent en faire."
        value={content.licence}
        choices={licences.map((value) => ({ value, label: licenceNames[value] }))}
        error={errors['content.licence']}
      />
    </Fieldset>
  );
}
