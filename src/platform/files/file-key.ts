import { randomBytes } from 'node:crypto';

/** Where a file is kept: folders and a name made by us, never by a visitor. */
export type FileKey = string;

const folderName = '[a-z0-9][a-z0-9-]{0,63}';
const keyShape = new RegExp(`^(${folderName}/)*${folderName}(\\.[a-z0-9]{1,8})?$`);
const folderShape = new RegExp(`^${folderName}(/${folderName})*$`);

/** A fresh key that cannot be guessed (160 bits), such as `hubs/rennes/3f/3f9c….webp`. */
export function newFileKey(folder: string, extension: string): FileKey {
  const name = randomBytes(20).toString('hex');
  return checkedKey(`${folder}/${name.slice(0, 2)}/${name}.${extension}`);
}

/** @throws RangeError when the text is not a key: no path leaves the store, whatever its spelling. */
export function checkedKey(text: string): FileKey {
  if (text.length > 300 || !keyShape.test(text)) throw new RangeError('not a file key');
  return text;
}

/** @throws RangeError when the text is not a folder of keys. */
export function checkedFolder(text: string): string {
  if (!folderShape.test(text)) throw new RangeError('not a folder of files');
  return text;
}
