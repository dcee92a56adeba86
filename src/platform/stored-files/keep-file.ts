import { z } from 'zod';
import { command } from '../command/command.ts';
import { execute } from '../command/execute.ts';
import type { Context } from '../context/context.ts';
import { newFileKey } from '../files/file-key.ts';
import type { FileStore } from '../files/file-store.ts';
import { accept, refuse, type Outcome } from '../outcome/outcome.ts';
import { FileRefused } from './file-refused.ts';
import { downloadName } from './file-name.ts';
import { fileTypes, mediaTypes } from './file-types.ts';
import { recogniseFile } from './recognise-file.ts';
import { storedFiles } from './tables.ts';

const visibility = z.enum(['public', 'members', 'staff']);

/** A document to keep. */
export interface FileToKeep {
  bytes: Uint8Array;
  name: string;
  visibility?: z.output<typeof visibility>;
}

const recordFile = command({
  name: 'files.keep',
  input: z.object({
    key: z.string().max(300),
    name: z.string().min(1).max(160),
    type: z.enum(fileTypes),
    bytes: z.int().positive(),
    visibility,
  }),
  // Files come from forms of signed-in people; the act that shows one is checked by its own module.
  allow: (actor) => actor !== null,
  async run(work, file) {
    const fileId = work.newId();
    await work.db.insert(storedFiles).values({
      ...file,
      id: fileId,
      createdBy: work.actor?.personId ?? null,
      createdAt: work.now(),
    });
    work.record({ subjectKind: 'file', subjectId: fileId, summary: `Fichier « ${file.name} » ajouté` });
    return accept({ fileId });
  },
});

/**
 * Recognises an upload by its content, stores it and records it. A refused or failed upload leaves no file. The refusal
 * carries a French message under the field `file`.
 */
export async function keepFile(
  ctx: Context,
  files: FileStore,
  { bytes, name, visibility: seenBy = 'public' }: FileToKeep,
): Promise<Outcome<{ fileId: string }>> {
  if (!ctx.actor) return refuse('forbidden');
  try {
    const type = await recogniseFile(bytes, name);
    const key = newFileKey(`documents/${ctx.hubId}`, type);
    let isKept = false;
    try {
      await files.put(key, bytes, { contentType: mediaTypes[type] });
      const outcome = await execute(ctx, recordFile, {
        key,
        type,
        name: downloadName(name, type),
        bytes: bytes.byteLength,
        visibility: seenBy,
      });
      isKept = outcome.ok;
      return outcome;
    } finally {
      if (!isKept) await files.delete(key);
    }
  } catch (error) {
    if (error instanceof FileRefused) return refuse(error.reason, { fields: { file: error.message } });
    throw error;
  }
}
