import type { ComponentChild, JSX } from 'preact';
import { plural } from '#platform/french/index.ts';
import { Chip } from '#ui/components/chip.tsx';
import { Notice } from '#ui/components/notice.tsx';

/** A column of a list, and a few of its values. */
export interface ShownColumn {
  readonly name: string;
  readonly samples: readonly string[];
}

/** « 412 lignes, 9 colonnes, dont 7 reconnues… » */
export const columnsInWords = (rows: number, columns: number, recognised: number): string =>
  `${plural(rows, 'ligne')}, ${plural(columns, 'colonne')}, dont ${recognised} reconnues. Corrigez ce qui est faux, le reste peut attendre.`;

/** What the reading of a file had to say. */
export function ImportWarnings({ warnings }: { readonly warnings: readonly string[] }): JSX.Element | null {
  if (warnings.length === 0) return null;
  return (
    <Notice title="À savoir sur ce fichier">
      <ul>
        {warnings.map((warning) => (
          <li>{warning}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** What a column holds, under its name. */
export const columnSamples = ({ samples }: ShownColumn): ComponentChild =>
  samples.length > 0 ? samples.map((sample) => <Chip>{sample}</Chip>) : 'Colonne vide';

/** A choice a column: those recognised first, the others folded. */
export function ImportColumns<Column extends ShownColumn>({
  columns,
  isRecognised,
  choice,
}: {
  readonly columns: readonly Column[];
  readonly isRecognised: (column: Column) => boolean;
  readonly choice: (column: Column, index: number) => JSX.Element;
}): JSX.Element {
  const left = columns.filter((column) => !isRecognised(column)).length;
  return (
    <>
      {columns.map((column, index) => isRecognised(column) && choice(column, index))}
      {left > 0 && (
        <details open={left === columns.length}>
          <summary>{plural(left, 'colonne laissée de côté', 'colonnes laissées de côté')}</summary>
          <div class="stack">{columns.map((column, index) => !isRecognised(column) && choice(column, index))}</div>
        </details>
      )}
    </>
  );
}
