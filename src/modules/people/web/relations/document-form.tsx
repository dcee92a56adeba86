import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { acceptedFiles } from '#platform/stored-files/index.ts';
import { FileField } from '#ui/fields/file-field.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { fieldOf, type RelationFormProps } from './relation-form.ts';

/** A paper to keep with a sheet. */
export function DocumentForm(props: RelationFormProps): JSX.Element {
  return (
    <Form
      action={props.action}
      hidden={{ [formKeyField]: props.formKey }}
      errors={props.inline ? [] : summaryOf(props.errors ?? {})}
      label="Ajouter un document"
      withFiles
    >
      <FileField
        name="file_file"
        {...(props.inline ? { id: `${props.inline}-file` } : {})}
        label="Document"
        accept={acceptedFiles}
        hint="PDF, LibreOffice, Office, CSV ou texte, 25 Mo au plus. Seule l’équipe l’ouvre."
        error={props.errors?.['file_file']}
        required
      />
      <TextField {...fieldOf(props, 'title')} label="Titre" hint="Laissé vide : le nom du fichier." />
      <SubmitBar
        label="Garder ce document"
        kind="ghost"
        {...(props.cancelHref ? { cancelHref: props.cancelHref } : {})}
      />
    </Form>
  );
}
