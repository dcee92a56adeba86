import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { missingToPublish } from '../../domain/ready-to-publish.ts';
import { mayPublish, mayWrite } from '../../policy.ts';
import { readPublishingSettings } from '../../queries/publishing-settings.ts';
import { chosenPublications, lockChosen } from '../saving/chosen-publications.ts';
import { writePublication } from '../saving/write-publication.ts';

/** Makes public as they are those of the chosen that lack nothing, changes kept aside included; tells which lack something. */
export const publishPublications = command({
  name: 'publishing.publish-publications',
  input: chosenPublications,
  allow: mayWrite,
  async run(work, { ids }) {
    const { trustedRoles } = await readPublishingSettings(work.db);
    const chosen = (await lockChosen(work, ids)).filter(({ kind }) => mayPublish(work.actor, kind, trustedRoles));
    if (chosen.length === 0) return refuse('not_found');
    const lacking: string[] = [];
    let count = 0;
    for (const stored of chosen) {
      const fields = stored.pending ?? stored.fields;
      if (Object.keys(missingToPublish({ kind: stored.kind, ...fields })).length > 0) {
        lacking.push(fields.title);
        continue;
      }
      if (stored.status === 'published' && stored.pending === null) continue;
      await writePublication(work, stored, {
        fields,
        pending: null,
        status: 'published',
        publishAt: null,
        moderationNote: '',
      });
      count += 1;
      work.record({ subjectKind: 'publication', subjectId: stored.id, summary: `« ${fields.title} » : publié` });
    }
    if (count === 0 && lacking.length > 0) return refuse('not_ready', { details: { lacking } });
    if (count === 0)
      work.record({ subjectKind: 'publication', subjectId: null, summary: 'Rien à publier : tout l’était déjà' });
    return accept({ count, lacking });
  },
});
