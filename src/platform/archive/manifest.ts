import { z } from 'zod';
import { ArchiveRefused } from './archive-refused.ts';

/** Name of the last entry, which describes all the others. */
export const manifestName = 'manifest.json';

/** Version of the archive's own layout, raised when an older Essaim could no longer read it. */
export const archiveFormat = 1;

const entryShape = z.object({
  name: z.string(),
  size: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const manifestShape = z.object({
  format: z.number().int().positive(),
  appVersion: z.string().max(100),
  createdAt: z.iso.datetime(),
  entries: z.array(entryShape),
});

export type ArchiveEntry = z.infer<typeof entryShape>;
export type Manifest = z.infer<typeof manifestShape>;

/** @throws ArchiveRefused */
export function readManifest(text: string): Manifest {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new ArchiveRefused('corrupted', { cause: error });
  }
  const { format } = z.object({ format: z.number() }).safeParse(content).data ?? { format: 0 };
  if (format > archiveFormat) throw new ArchiveRefused('too_recent');
  const manifest = manifestShape.safeParse(content);
  if (!manifest.success) throw new ArchiveRefused('corrupted', { cause: manifest.error });
  return manifest.data;
}

/** Relative, lower-case friendly, without any way out: `tables/people.copy`, `files/hubs/a/b.webp`. */
export function isSafeEntryName(name: string): boolean {
  return name.length <= 255 && /^[A-Za-z0-9_][A-Za-z0-9._-]*(\/[A-Za-z0-9_][A-Za-z0-9._-]*)*$/.test(name);
}
