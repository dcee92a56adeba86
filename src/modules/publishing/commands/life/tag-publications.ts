import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import type { PublicationFields } from '../../content/publication-fields.ts';
import { mayRunSite } from '../../policy.ts';
import { chosenPublications, lockChosen } from '../saving/chosen-publications.ts';
import { writePublication } from '../saving/write-publication.ts';

const tag = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const input = chosenPublications.extend({
  add: tag.nullable().default(null),
  remove: tag.nullable().default(null),
});

/** Adds or takes off a reader's tag: what carries it is gathered on this reader's page. */
export const tagPublications = command({
  name: 'publishing.tag-publications',
  input,
  allow: mayRunSite,
  async run(work, { ids, add, remove }) {
    const chosen = await lockChosen(work, ids);
    if (chosen.length === 0 || (add === null && remove === null)) return refuse('not_found');
    const retagged = (fields: PublicationFields): PublicationFields => ({
      ...fields,
      audiences: [...new Set([...fields.audiences, ...(add ? [add] : [])])]
        .filter((one) => one !== remove)
        .slice(0, 40),
    });
    for (const stored of chosen) {
      await writePublication(work, stored, {
        fields: retagged(stored.fields),
        ...(stored.pending ? { pending: retagged(stored.pending) } : {}),
      });
      work.record({
        subjectKind: 'publication',
        subjectId: stored.id,
        summary: `« ${stored.fields.title} » : ${add ? `étiquette « ${add} » ajoutée` : `étiquette « ${remove} » retirée`}`,
      });
    }
    return accept({ count: chosen.length });
  },
});
