import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { newToken } from '#platform/ids/ids.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { mayWrite } from '../../policy.ts';
import { publicationPreviews } from '../../tables.ts';
import { lockChosen } from '../saving/chosen-publications.ts';

/** Days during which a preview link answers. */
export const previewDays = 30;

/** Makes the link that shows a publication before it is public; a former one of it no longer answers. */
export const openPreview = command({
  name: 'publishing.open-preview',
  input: z.object({ id: z.uuid() }),
  allow: mayWrite,
  async run(work, { id }) {
    const [stored] = await lockChosen(work, [id]);
    if (!stored) return refuse('not_found');
    const secret = newToken();
    await work.db.delete(publicationPreviews).where(eq(publicationPreviews.publicationId, id));
    await work.db.insert(publicationPreviews).values({
      id: work.newId(),
      publicationId: id,
      secretHash: hashSecret(secret),
      createdAt: work.now(),
      expiresAt: work.now().add({ hours: 24 * previewDays }),
    });
    work.record({
      subjectKind: 'publication',
      subjectId: id,
      summary: `« ${stored.fields.title} » : lien d’aperçu créé`,
    });
    return accept({ secret });
  },
});

/** The preview link of a publication no longer answers. */
export const closePreview = command({
  name: 'publishing.close-preview',
  input: z.object({ id: z.uuid() }),
  allow: mayWrite,
  async run(work, { id }) {
    const [stored] = await lockChosen(work, [id]);
    if (!stored) return refuse('not_found');
    await work.db.delete(publicationPreviews).where(eq(publicationPreviews.publicationId, id));
    work.record({
      subjectKind: 'publication',
      subjectId: id,
      summary: `« ${stored.fields.title} » : lien d’aperçu fermé`,
    });
    return accept({ id });
  },
});
