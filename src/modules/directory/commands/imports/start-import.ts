import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { mayKeepDirectory } from '../../policy.ts';
import { importReading } from './import-jobs.ts';

const webAddress = z
  .string()
  .trim()
  .max(2000)
  .refine((value) => /^https?:\/\/\S+$/i.test(value), 'Copiez l’adresse en entier, à partir de « https:// ».');

const input = z.object({
  from: z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['upload', 'paste']), fileKey: z.string(), fileName: z.string().max(300) }),
    z.object({ kind: z.literal('address'), address: webAddress }),
  ]),
  /** False when the caller reads the file itself, as the command line does. */
  isQueued: z.boolean().default(true),
});

/** Opens an import: the file is in the store, or will be fetched by the job. */
export const startImport = command({
  name: 'directory.start-import',
  input,
  allow: mayKeepDirectory,
  async run(work, { from, isQueued }) {
    const id = work.newId();
    const address = from.kind === 'address' ? from.address : '';
    const fileName = from.kind === 'address' ? '' : from.fileName;
    await work.db
      .execute(sql`insert into organization_imports (id, kind, address, file_name, file_key, source, pass, created_at, by_id, by_name)
      values (${id}, ${from.kind}, ${address}, ${fileName}, ${from.kind === 'address' ? null : from.fileKey}, ${listName(address, fileName)}, 1,
        ${work.now().toString()}, ${work.actor?.personId ?? null}, ${work.actor?.name ?? ''})`);
    if (isQueued) await work.enqueue(importReading, { importId: id, pass: 1 });
    work.record({
      subjectKind: 'import',
      subjectId: id,
      summary: `Import commencé${address || fileName ? ` : ${address || fileName}` : ''}`,
    });
    return accept({ id });
  },
});

/** How the list is called until the team says otherwise. */
function listName(address: string, fileName: string): string {
  if (address) return URL.parse(address)?.hostname.replace(/^www\./, '') ?? '';
  return fileName
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .slice(0, 120);
}
