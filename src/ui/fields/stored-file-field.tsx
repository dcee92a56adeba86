import type { JSX } from 'preact';
import { acceptedFiles, fileFacts, fileHref, type StoredFile } from '#platform/stored-files/index.ts';
import { Checkbox } from './checkbox.tsx';
import { FileField } from './file-field.tsx';

export interface StoredFileFieldProps {
  /** Names its fields: `name` (the file already there), `name_file`, `name_remove`. */
  readonly name: string;
  readonly label: string;
  readonly current: StoredFile | null;
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** A document to send, or to keep, or to take off. The form needs `withFiles`, its route `fileBodyLimit`; `takeFile` reads it. */
export function StoredFileField({ name, label, current, hint, error }: StoredFileFieldProps): JSX.Element {
  return (
    <>
      {current && <input type="hidden" name={name} value={current.id} />}
      <FileField
        name={`${name}_file`}
        label={label}
        accept={acceptedFiles}
        hint={hint ?? 'PDF, LibreOffice, Office, CSV, texte ou MP3, 25 Mo au plus. Le PDF se lit partout.'}
        error={error}
        {...(current ? { current: { name: `${current.name} (${fileFacts(current)})`, href: fileHref(current) } } : {})}
      />
      {current && <Checkbox name={`${name}_remove`} label="Retirer ce fichier" />}
    </>
  );
}
