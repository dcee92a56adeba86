export { readTable } from './read-table.ts';
export type { FileToRead } from './read-table.ts';
export type { Cell, Cells, Row, Table, TableFormat, TableIssue } from './table.ts';
export { emptyCells } from './table.ts';
export { TableRefused } from './table-refused.ts';
export type { TableRefusal } from './table-refused.ts';
export { defaultTableLimits } from './limits.ts';
export type { TableLimits } from './limits.ts';
export { toPlainText } from './plain-text.ts';
