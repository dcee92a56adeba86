import type { Context } from '../context/context.ts';
import type { FileStore } from '../files/file-store.ts';
import type { SentForm } from '../http/exchange.ts';
import { isId } from '../ids/ids.ts';
import { accept, refuse, type Outcome } from '../outcome/outcome.ts';
import { keepFile, type FileToKeep } from './keep-file.ts';
import { readStoredFile } from './stored-file.ts';

/**
 * Reads a `StoredFileField` out of a sent form: the file just sent, else the one already there unless it was taken off.
 * A refusal names the field (`<name>_file`).
 */
export async function takeFile(
  ctx: Context,
  files: FileStore,
  form: SentForm,
  name: string,
  options: Pick<FileToKeep, 'visibility'> = {},
): Promise<Outcome<{ fileId: string | null }>> {
  const sent = form.file(`${name}_file`);
  if (sent && sent.size > 0) {
    const bytes = new Uint8Array(await sent.arrayBuffer());
    const kept = await keepFile(ctx, files, { bytes, name: sent.name, ...options });
    if (kept.ok) return accept({ fileId: kept.value.fileId });
    const message = kept.fields['file'] ?? 'Ce fichier n’a pas pu être reçu.';
    return refuse(kept.reason, { fields: { [`${name}_file`]: message } });
  }
  const current = form.values[name] ?? '';
  if (!isId(current) || form.values[`${name}_remove`]) return accept({ fileId: null });
  return accept({ fileId: (await readStoredFile(ctx.db, current))?.id ?? null });
}
