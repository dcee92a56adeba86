import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { isWritable } from '../../domain/edition.ts';
import { mayKeepMailings } from '../../policy.ts';
import { contributionFields } from '../edition-fields.ts';
import { editionContributions, editionRequests } from '../tables.ts';
import { lockContribution, lockEdition, nextPosition, todayOf } from './saving.ts';

const picture = { pictureId: z.uuid().nullable().default(null) };

/** One who was asked tells her news, or tells it better: once read, what changes is read again. */
export const answerRequest = command({
  name: 'mailing.answer-request',
  input: contributionFields.extend({ ...picture, requestId: z.uuid() }),
  // Whoever holds the link of her mail.
  allow: () => true,
  async run(work, { requestId, ...fields }) {
    const [request] = await work.db.select().from(editionRequests).where(eq(editionRequests.id, requestId));
    const edition = request && (await lockEdition(work, request.editionId));
    if (!edition) return refuse('not_found');
    if (!isWritable(edition, todayOf(work))) return refuse('not_open');
    const position = await nextPosition(work, edition.id);
    await work.db
      .insert(editionContributions)
      .values({
        ...fields,
        id: work.newId(),
        editionId: edition.id,
        requestId,
        source: 'form',
        address: request.address,
        position,
        receivedAt: work.now(),
      })
      .onConflictDoUpdate({
        target: [editionContributions.hubId, editionContributions.requestId],
        targetWhere: sql`request_id is not null`,
        set: { ...fields, state: 'proposed', decidedAt: null, version: sql`${editionContributions.version} + 1` },
      });
    work.record({
      subjectKind: 'edition',
      subjectId: edition.id,
      summary: `${fields.structureName} écrit pour « ${edition.title} »`,
    });
    return accept(null);
  },
});

/** The team types what came by phone, or pastes what came by mail. */
export const contributeByTeam = command({
  name: 'mailing.contribute-by-team',
  input: contributionFields.extend({ ...picture, editionId: z.uuid(), source: z.enum(['mail', 'team']) }),
  allow: mayKeepMailings,
  async run(work, { editionId, ...fields }) {
    const edition = await lockEdition(work, editionId);
    if (!edition) return refuse('not_found');
    if (edition.state === 'gathered') return refuse('already_gathered');
    const id = work.newId();
    const position = await nextPosition(work, editionId);
    await work.db.insert(editionContributions).values({
      ...fields,
      id,
      editionId,
      position,
      receivedAt: work.now(),
      state: 'accepted',
      decidedAt: work.now(),
      decidedBy: work.actor?.name ?? '',
    });
    work.record({
      subjectKind: 'edition',
      subjectId: editionId,
      summary: `Nouvelle de ${fields.structureName} ajoutée à « ${edition.title} »`,
    });
    return accept({ id });
  },
});

/** Corrects a contribution before it is read by all. */
export const correctContribution = command({
  name: 'mailing.correct-contribution',
  input: contributionFields.extend({ ...picture, id: z.uuid(), version: z.coerce.number().int() }),
  allow: mayKeepMailings,
  async run(work, { id, version, ...fields }) {
    const known = await lockContribution(work, id);
    const edition = known && (await lockEdition(work, known.editionId));
    if (!edition) return refuse('not_found');
    if (known.version !== version) return refuse('changed_meanwhile');
    if (edition.state === 'gathered') return refuse('already_gathered');
    await work.db
      .update(editionContributions)
      .set({ ...fields, version: sql`version + 1` })
      .where(eq(editionContributions.id, id));
    work.record({
      subjectKind: 'edition',
      subjectId: edition.id,
      summary: `Nouvelle de ${fields.structureName} corrigée dans « ${edition.title} »`,
    });
    return accept(null);
  },
});

/** Takes a contribution in the letter, leaves it out, or moves it before or after its neighbour. */
export const decideContribution = command({
  name: 'mailing.decide-contribution',
  input: z.object({ id: z.uuid(), act: z.enum(['accept', 'refuse', 'up', 'down']) }),
  allow: mayKeepMailings,
  async run(work, { id, act }) {
    const known = await lockContribution(work, id);
    const edition = known && (await lockEdition(work, known.editionId));
    if (!edition) return refuse('not_found');
    if (edition.state === 'gathered') return refuse('already_gathered');
    if (act === 'accept' || act === 'refuse')
      await work.db
        .update(editionContributions)
        .set({
          state: act === 'accept' ? 'accepted' : 'refused',
          decidedAt: work.now(),
          decidedBy: work.actor?.name ?? '',
          version: sql`version + 1`,
        })
        .where(eq(editionContributions.id, id));
    else
      await work.db.execute(sql`with pair as (
          select id, position from edition_contributions where id = ${id}::uuid
          union all
          (select id, position from edition_contributions where edition_id = ${edition.id}::uuid and state = 'accepted'
            and ${act === 'up' ? sql`position < ${known.position} order by position desc` : sql`position > ${known.position} order by position`} limit 1))
        update edition_contributions c set position = other.position
        from pair one join pair other on other.id <> one.id where c.id = one.id`);
    const words = { accept: 'retenue', refuse: 'écartée', up: 'montée', down: 'descendue' }[act];
    work.record({
      subjectKind: 'edition',
      subjectId: edition.id,
      summary: `Nouvelle de ${known.structureName} ${words} dans « ${edition.title} »`,
    });
    return accept(null);
  },
});
