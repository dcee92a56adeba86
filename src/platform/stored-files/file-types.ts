/** Types of documents that may be kept, each with the extension it is downloaded under. */
export const fileTypes = ['pdf', 'odt', 'ods', 'odp', 'docx', 'xlsx', 'pptx', 'csv', 'txt', 'mp3'] as const;
export type FileType = (typeof fileTypes)[number];

/** How each type is sent to browsers. */
export const mediaTypes: Readonly<Record<FileType, string>> = {
  pdf: 'application/pdf',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  mp3: 'audio/mpeg',
};

/** What a page calls each type. */
export const typeNames: Readonly<Record<FileType, string>> = {
  pdf: 'PDF',
  odt: 'Texte LibreOffice',
  ods: 'Tableur LibreOffice',
  odp: 'Diaporama LibreOffice',
  docx: 'Texte Word',
  xlsx: 'Tableur Excel',
  pptx: 'Diaporama PowerPoint',
  csv: 'Tableau CSV',
  txt: 'Texte simple',
  mp3: 'Enregistrement MP3',
};

/** For the `accept` attribute of a file field. */
export const acceptedFiles = fileTypes.map((type) => `.${type}`).join(',');

/** Largest file taken, in bytes. */
export const mostFileBytes = 25_000_000;

/** Largest body of a form that holds a file field, in bytes: one file, and the rest of the form. */
export const fileBodyLimit = 27_000_000;
