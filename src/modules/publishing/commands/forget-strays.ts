import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept } from '#platform/outcome/outcome.ts';

const ids = z.array(z.uuid()).max(200);

/** Forgets pictures and documents whose content was deleted because nothing shows them. Run by a job, without actor. */
export const forgetStrays = command({
  name: 'publishing.forget-strays',
  input: z.object({ pictures: ids, files: ids }),
  allow: (actor) => actor === null,
  async run(work, { pictures, files }) {
    const at = work.now().toString();
    const uuids = (some: readonly string[]) => sql`${`{${some.join(',')}}`}::uuid[]`;
    await work.db.execute(sql`update stored_images set removed_at = ${at}, variants = '[]'::jsonb, bytes = 0,
      alternative = '', credit = '' where id = any (${uuids(pictures)})`);
    await work.db.execute(sql`update stored_files set removed_at = ${at}, name = 'document', created_by = null
      where id = any (${uuids(files)})`);
    work.record({
      subjectKind: 'file',
      subjectId: null,
      summary: `Oubliés, car rien ne les montre : ${plural(pictures.length, 'photo')}, ${plural(files.length, 'document')}`,
    });
    return accept({});
  },
});
