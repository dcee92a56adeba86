import { and, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { storedFiles } from '#platform/stored-files/tables.ts';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { documentFacts, documentKinds } from '../domain/document-kinds.ts';
import { mayMakePapers } from '../policy.ts';
import { trainingDocuments } from '../tables.ts';
import { lockSession } from './saving/locked.ts';

/** Records a paper just drawn, as the next version; answers the one already there when it says the same. */
export const recordPaper = command({
  name: 'training.record-paper',
  input: z.object({
    sessionId: z.uuid(),
    kind: z.enum(documentKinds),
    traineeId: z.uuid().nullable(),
    payer: z.string().max(160),
    key: z.string().max(300),
    name: z.string().min(1).max(160),
    bytes: z.int().positive(),
    sha256: z.string().length(64),
    madeFrom: z.string().length(64),
  }),
  allow: mayMakePapers,
  async run(work, { sessionId, kind, traineeId, payer, key, name, bytes, sha256, madeFrom }) {
    const session = await lockSession(work.db, sessionId);
    if (!session) return refuse('not_found');
    const [latest] = await work.db
      .select()
      .from(trainingDocuments)
      .where(
        and(
          eq(trainingDocuments.sessionId, sessionId),
          eq(trainingDocuments.kind, kind),
          eq(trainingDocuments.payer, payer),
          traineeId ? eq(trainingDocuments.traineeId, traineeId) : isNull(trainingDocuments.traineeId),
        ),
      )
      .orderBy(desc(trainingDocuments.version))
      .limit(1);
    if (latest?.madeFrom === madeFrom) {
      work.record({
        subjectKind: 'training-session',
        subjectId: sessionId,
        summary: `${documentFacts[kind].label} : déjà à jour`,
      });
      return accept({ id: latest.id, isNew: false });
    }
    const [id, fileId, now] = [work.newId(), work.newId(), work.now()];
    await work.db.insert(storedFiles).values({
      id: fileId,
      key,
      name,
      type: 'pdf',
      bytes,
      visibility: 'staff',
      createdBy: work.actor?.personId ?? null,
      createdAt: now,
    });
    await work.db.insert(trainingDocuments).values({
      id,
      sessionId,
      kind,
      traineeId,
      payer,
      version: (latest?.version ?? 0) + 1,
      fileId,
      sha256,
      madeFrom,
      madeAt: now,
      madeBy: work.actor?.name ?? '',
    });
    work.record({
      subjectKind: 'training-session',
      subjectId: sessionId,
      summary: `${documentFacts[kind].label} établi·e (version ${(latest?.version ?? 0) + 1})`,
      details: { name, sha256 },
    });
    return accept({ id, isNew: true });
  },
});
