import type { JSX } from 'preact';
import { ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import type { ImportSheet } from '../../../queries/imports/import-sheet.ts';
import { importsPath } from './import-paths.ts';

/** Why an import stopped, and what to do now. */
export function FailedPanel({ sheet: { failure } }: { readonly sheet: ImportSheet }): JSX.Element {
  return (
    <Notice
      state="danger"
      title="Cette liste n’a pas pu être importée"
      actions={<ButtonLink href={importsPath}>Essayer une autre liste</ButtonLink>}
    >
      <p>{failure}</p>
    </Notice>
  );
}
