export { createDocument } from './create-document.ts';
export type {
  Box,
  PaperIdentity,
  PaperSize,
  PdfColumn,
  PdfDocument,
  PdfOptions,
  PdfTable,
  TextRun,
} from './pdf-document.ts';
export { sendPdf } from './send-pdf.ts';
