import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { slugify } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { openPictures } from '#platform/pictures/open-pictures.ts';
import { addMailing } from '../../commands/saving/write-rows.ts';
import { nobody } from '../../domain/audience.ts';
import { paths } from '../../paths.ts';
import { mayKeepMailings } from '../../policy.ts';
import { mailings } from '../../tables.ts';
import { contributionItem } from '../queries/contribution-item.ts';
import { editionContributions, networkEditions } from '../tables.ts';
import { lockEdition, todayOf } from './saving.ts';

/** Makes a mailing of what was kept, to be read again and sent like any other. */
export const gatherEdition = command({
  name: 'mailing.gather-edition',
  input: z.object({ id: z.uuid() }),
  allow: mayKeepMailings,
  async run(work, { id }) {
    const edition = await lockEdition(work, id);
    if (!edition) return refuse('not_found');
    if (edition.state === 'gathered') return refuse('already_gathered');
    const kept = await work.db
      .select()
      .from(editionContributions)
      .where(and(eq(editionContributions.editionId, id), eq(editionContributions.state, 'accepted')))
      .orderBy(asc(editionContributions.position), asc(editionContributions.id));
    if (kept.length === 0) return refuse('nothing_kept');
    const slug = `${slugify(`${todayOf(work).toString()} ${edition.title}`, 100)}-${id.slice(-6)}`;
    const mailingId = await addMailing(work, {
      kind: 'edition',
      subject: 'life',
      title: edition.title,
      preview: kept
        .slice(0, 3)
        .map(({ title }) => title)
        .join(' · ')
        .slice(0, 200),
      introduction: edition.introduction,
      audience: { ...nobody, subjects: ['life'], members: true },
      isArchived: true,
      items: kept.map((one) => contributionItem(one, paths.archived(slug))),
    });
    await work.db.update(mailings).set({ slug }).where(eq(mailings.id, mailingId));
    await openPictures(
      work.db,
      kept.flatMap(({ pictureId }) => pictureId ?? []),
    );
    await work.db
      .update(networkEditions)
      .set({ state: 'gathered', mailingId, version: sql`version + 1` })
      .where(eq(networkEditions.id, id));
    work.record({
      subjectKind: 'edition',
      subjectId: id,
      summary: `Lettre des acteurs « ${edition.title} » mise en page : ${kept.length} nouvelles`,
    });
    return accept({ mailingId });
  },
});
