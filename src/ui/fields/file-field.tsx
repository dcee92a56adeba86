import type { JSX } from 'preact';
import { controlAttributes, FieldFrame, type FieldProps } from './field-frame.tsx';

export interface FileFieldProps extends FieldProps {
  /** `image/*`, `.csv,.xlsx`… */
  readonly accept?: string;
  readonly multiple?: boolean;
  /** What is already there, so that it need not be sent again. */
  readonly current?: { readonly name: string; readonly href?: string; readonly image?: string };
}

/** A file to send. With script, shows what was chosen before it leaves. */
export function FileField(props: FileFieldProps): JSX.Element {
  const { accept, multiple, current } = props;
  return (
    <FieldFrame {...props} class="file-field">
      {current && (
        <p class="file-current">
          {current.image && <img src={current.image} alt="" width="96" height="96" />}
          <span>Fichier actuel : {current.href ? <a href={current.href}>{current.name}</a> : current.name}</span>
        </p>
      )}
      <es-file-preview>
        <input {...controlAttributes(props)} class="input" type="file" accept={accept} multiple={multiple} />
        <output class="file-chosen" for={controlAttributes(props).id} />
      </es-file-preview>
    </FieldFrame>
  );
}
