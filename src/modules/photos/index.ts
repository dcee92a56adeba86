export type { PhotosFact } from './facts.ts';
export { agreementWording } from './domain/wording.ts';
export { PhotoField, type PhotoFieldProps } from './web/photo-field.tsx';
export {
  noPhoto,
  photoBodyLimit,
  photoChoiceOf,
  photosWanted,
  takePhoto,
  type PhotoChoice,
  type TakePhotoOptions,
} from './web/photo-choice.ts';
export { recentPhotos, type RecentPhoto, type WantedPhotos } from './queries/recent-photos.ts';
export { keepPhoto, type KeptPhoto, type PhotoToKeep } from './commands/keep-photo.ts';
export { trashPhotos, restorePhotos } from './commands/trash-photos.ts';
export type { PhotosDependencies, PhotoUse } from './ports.ts';
