import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { fieldMessages } from '#platform/forms/field-messages.ts';
import { fieldsOf, type PublicationFields } from '../content/publication-fields.ts';
import { missingToPublish } from '../domain/ready-to-publish.ts';
import { nextState, savingActs, type NextState, type SavingAct } from '../domain/next-state.ts';
import { publicationKinds } from '../domain/publication.ts';
import { publishDue } from '../jobs/publish-due-job.ts';
import { mayEdit, mayPublish, mayRunSite, mayWrite } from '../policy.ts';
import { readPublishingSettings } from '../queries/publishing-settings.ts';
import { isProposable } from '../domain/publication.ts';
import type { StoredPublication } from '../queries/stored-publication.ts';
import { addPublication } from './saving/add-publication.ts';
import { othersMedia } from './saving/others-media.ts';
import { withoutWishes } from './saving/without-wishes.ts';
import { lockPublication } from './saving/lock-publication.ts';
import { writePublication } from './saving/write-publication.ts';

const input = z.object({
  /** Null for a new one. */
  id: z.uuid().nullable(),
  kind: z.enum(publicationKinds),
  /** The version the editor started from; null for a new one. */
  version: z.int().positive().nullable(),
  /** Checked by the schema of the kind (content/publication-fields). */
  fields: z.unknown(),
  act: z.enum(savingActs),
  publishAt: z.iso.datetime({ offset: true }).nullable().default(null),
  /** A new wish for the address; null leaves it. */
  slug: z.string().trim().max(80).nullable().default(null),
});

/** What the second editor is shown: the other's words, and since which version. */
export interface EditedMeanwhile {
  version: number;
  theirs: PublicationFields;
}

/**
 * Saves a publication, new or not: kept as a draft, proposed, scheduled, or made public. Refuses `edited_meanwhile` when
 * someone saved it since the version given, with their words in `details`.
 */
export const savePublication = command({
  name: 'publishing.save-publication',
  input,
  allow: mayWrite,
  async run(work, { id, kind, version, fields: raw, act, publishAt: wanted, slug }) {
    const parsed = fieldsOf(kind).safeParse(raw);
    if (!parsed.success) return refuse('unclear_fields', { fields: fieldMessages(parsed.error) });
    const asked = parsed.data as PublicationFields;
    const { trustedRoles } = await readPublishingSettings(work.db);
    const stored = id === null ? null : await lockPublication(work.db, id);
    if (id !== null && (!stored || stored.kind !== kind || stored.trashedAt)) return refuse('not_found');
    if (stored && !mayEdit(work.actor, stored, trustedRoles)) return refuse('not_found');
    if (!stored && !mayRunSite(work.actor) && !isProposable(kind)) return refuse('not_yours_to_publish');
    const isOutside = !mayRunSite(work.actor);
    const fields = isOutside ? withoutWishes(asked, stored) : asked;
    const others = isOutside ? await othersMedia(work, fields, stored) : {};
    if (Object.keys(others).length > 0) return refuse('unclear_fields', { fields: others });
    if (stored && stored.version !== version) {
      const theirs = stored.pending ?? stored.fields;
      return refuse('edited_meanwhile', {
        details: { version: stored.version, theirs } satisfies EditedMeanwhile,
      });
    }

    const publishAt = wanted === null ? null : Temporal.Instant.from(wanted);
    const may = { publish: mayPublish(work.actor, kind, trustedRoles) };
    const next = nextState(stored?.status ?? null, act, may, { publishAt, now: work.now() });
    if ('refused' in next)
      return refuse(
        next.refused,
        next.refused === 'past_date' ? { fields: { publishAt: 'Choisissez un moment à venir.' } } : {},
      );
    if (next.status !== 'draft' && act !== 'keep') {
      const missing = missingToPublish({ kind, ...fields });
      if (Object.keys(missing).length > 0) return refuse('not_ready', { fields: missing });
    }
    const saved = await save(work, {
      stored,
      kind,
      fields,
      next,
      publishAt: hourOf(act, publishAt, stored),
      slug,
    });
    if (act === 'schedule' && publishAt) await work.enqueue(publishDue, {}, { startAfter: publishAt });
    work.record({
      subjectKind: 'publication',
      subjectId: saved.id,
      summary: `« ${saved.fields.title} » : ${done[act]}`,
      details: { kind, version: saved.version },
    });
    return accept({ id: saved.id, slug: saved.slug, version: saved.version, status: saved.status, kind });
  },
});

interface ToSave {
  stored: StoredPublication | null;
  kind: StoredPublication['kind'];
  fields: PublicationFields;
  next: Exclude<NextState, { refused: string }>;
  publishAt: Temporal.Instant | null;
  slug: string | null;
}

function save(
  work: CommandContext,
  { stored, kind, fields, next, publishAt, slug }: ToSave,
): Promise<StoredPublication> {
  const address = slug ? { slugWish: slug } : {};
  if (!stored) return addPublication(work, { kind, fields, status: next.status, publishAt, ...address });
  if (next.where === 'pending') return writePublication(work, stored, { pending: fields, publishAt, ...address });
  const note = next.status === 'proposed' || next.status === 'published' ? { moderationNote: '' } : {};
  return writePublication(work, stored, { fields, pending: null, status: next.status, publishAt, ...note, ...address });
}

/** What is kept while it waits for its hour keeps its hour. */
function hourOf(
  act: SavingAct,
  wanted: Temporal.Instant | null,
  stored: StoredPublication | null,
): Temporal.Instant | null {
  if (act === 'schedule') return wanted;
  return act === 'keep' ? (stored?.publishAt ?? null) : null;
}

const done = { keep: 'enregistré', propose: 'proposé', schedule: 'programmé', publish: 'publié' } as const;
