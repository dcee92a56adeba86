export type { PhotosFact } from './facts.ts';
export type { PhotosDependencies, PhotoUse } from './ports.ts';
export { agreementWording } from './domain/wording.ts';
export { officePhotoPath, officeThumbnailPath } from './paths.ts';
export { mayKeepPhotos, maySendPhotos } from './policy.ts';
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
export { takeStrangersPhoto } from './web/strangers-photo.ts';
export { recentPhotos, type RecentPhoto, type WantedPhotos } from './queries/recent-photos.ts';
export { keepPhoto, type KeptPhoto, type PhotoToKeep } from './commands/keep-photo.ts';
export { describePhoto } from './commands/describe-photo.ts';
export { trashPhotos, restorePhotos } from './commands/trash-photos.ts';
export { addPhotoPerson, notePeopleAgreement, sayPeople } from './commands/name-people.ts';
export { noteAnswer } from './commands/answer-agreement.ts';
export { askAgreement } from './commands/ask-agreement.ts';
export { movePhotosTo } from './commands/follow-merged-person.ts';
