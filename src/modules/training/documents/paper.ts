import type { PdfColumn, TextRun } from '#platform/pdf/index.ts';

/** A piece of a paper, as plain words: the same pieces make the PDF and tell whether it still says what is so. */
export type PaperBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string; isSmall?: boolean; isStrong?: boolean }
  | { kind: 'facts'; entries: { label: string; value: string }[] }
  | { kind: 'list'; items: string[]; isNumbered?: boolean }
  | {
      kind: 'table';
      caption: string;
      columns: PdfColumn[];
      rows: (string | TextRun)[][];
      /** Room to sign, in points. */
      rowHeight?: number;
      isGrid?: boolean;
      size?: number;
    }
  | { kind: 'signatures'; boxes: { label: string; lines: string[] }[] }
  | { kind: 'ticks'; choices: { text: string; isTicked: boolean }[] }
  | { kind: 'page' };

/** A whole paper before it is drawn. */
export interface Paper {
  title: string;
  subtitle?: string;
  layout?: 'portrait' | 'landscape';
  /** The day it bears. */
  datedOn: string;
  blocks: PaperBlock[];
}
