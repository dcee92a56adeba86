export { keepFile, type FileToKeep } from './keep-file.ts';
export { takeFile } from './take-file.ts';
export { fileFacts, fileHref, mayOpenFile, readStoredFile, readStoredFiles, type StoredFile } from './stored-file.ts';
export { acceptedFiles, fileBodyLimit, typeNames, type FileType } from './file-types.ts';
export { openFiles } from './open-files.ts';
