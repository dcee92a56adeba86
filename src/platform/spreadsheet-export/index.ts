export { csvContentType, csvStream } from './csv-stream.ts';
export type { ExportCell, ExportColumn } from './export-column.ts';
export { guardCell, unguardCell } from './guard-cell.ts';
export { xlsxContentType, xlsxStream } from './xlsx-stream.ts';
