import type { LinkKind } from '../organization-draft.ts';
import type { OpeningSlot } from '../opening-hours-in-french.ts';
import type { TargetKey } from './column-targets.ts';

/** What one column means. Plain JSON, to be remembered by source. */
export type ColumnMapping = {
  readonly column: string;
  readonly target: TargetKey;
  /** What parts the items of a list within a cell. */
  readonly separator?: string;
  /** Words that mean yes, beside the usual ones. */
  readonly trueWords?: readonly string[];
  /** One column per tag: the item to add when the cell says yes. */
  readonly tag?: string;
  readonly slot?: OpeningSlot;
  readonly network?: LinkKind;
  /** Value of the file → value of the directory, or null to leave it out. Compared without case nor accents. */
  readonly dictionary?: readonly (readonly [from: string, to: string | null])[];
};

/** Value given to every row, such as a theme or the member flag. */
export type ConstantMapping = { readonly target: TargetKey; readonly value: string };

/** Several columns may feed one target; a column that is absent is not imported. */
export type Mapping = { readonly columns: readonly ColumnMapping[]; readonly constants: readonly ConstantMapping[] };
