export const officePath = '/gestion/photos';
export const galleryPath = '/phototheque';
export const officePhotoPath = (id: string): string => `${officePath}/${id}`;
/** A small form of a photo for those who keep the bank: also of those that are hidden from everyone else. */
export const officeThumbnailPath = (id: string, width = 320): string => `${officePath}/${id}/image/${width}`;
export const uploadPath = `${officePath}/ajouter`;
/** Answers the picture field of any editor, as JSON. */
export const pickerPath = `${officePath}/choisir`;
export const agreementPath = (token: string): string => `/accord-photo/${token}`;
