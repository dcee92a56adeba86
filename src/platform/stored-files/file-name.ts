import type { FileType } from './file-types.ts';

const most = 120;

/**
 * The name a file is downloaded under: the one it came with, without folder, hidden or direction-changing characters,
 * and with the extension of what it truly is.
 */
export function downloadName(name: string, type: FileType): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const bare = last
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .replaceAll(/["<>:|?*%;]/g, ' ')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return `${[...bare].slice(0, most).join('') || 'document'}.${type}`;
}
