import { createHash } from 'node:crypto';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { newFileKey } from '#platform/files/file-key.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { slugify } from '#platform/french/index.ts';
import { recordPaper } from '../commands/record-paper.ts';
import { documentFacts, type DocumentKind } from '../domain/document-kinds.ts';
import { keptPapers, latestOf, type KeptPaper } from '../queries/kept-papers.ts';
import { paperIdentity } from '../queries/paper-identity.ts';
import { drawPaper } from './draw-paper.ts';
import type { PaperFacts } from './paper-facts.ts';
import { paperOf, type PaperSubject } from './paper-of.ts';

/** Hash of what a paper says: the same words are never made into a new version. */
export function printOf(paper: unknown): string {
  return createHash('sha256').update(JSON.stringify(paper)).digest('hex');
}

/** Makes a paper unless its newest version says the same; null when there is none to write. */
export async function makePaper(
  ctx: Context,
  { files, origin }: { files: FileStore; origin: string },
  facts: PaperFacts,
  kind: DocumentKind,
  subject: PaperSubject,
): Promise<KeptPaper | null> {
  const paper = paperOf(facts, kind, subject);
  if (!paper) return null;
  const sessionId = facts.session.id;
  const identity = await paperIdentity(ctx.db, ctx.hubId, origin);
  const madeFrom = printOf([paper, identity]);
  const traineeId = subject.trainee?.id ?? null;
  const current = latestOf(await keptPapers(ctx.db, sessionId)).find(
    (one) => one.kind === kind && one.traineeId === traineeId && one.payer === subject.payer,
  );
  if (current?.madeFrom === madeFrom) return current;
  const bytes = await drawPaper(paper, identity);
  const key = newFileKey(`documents/${ctx.hubId}`, 'pdf');
  await files.put(key, bytes, { contentType: 'application/pdf' });
  let isKept = false;
  try {
    const done = await execute(ctx, recordPaper, {
      sessionId,
      kind,
      traineeId,
      payer: subject.payer,
      key,
      name: `${slugify([documentFacts[kind].file, subject.trainee?.name ?? subject.payer, facts.course.title, facts.session.slug].filter(Boolean).join(' ')).slice(0, 120)}.pdf`,
      bytes: bytes.byteLength,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      madeFrom,
    });
    if (!done.ok) throw new Error(`a paper was refused: ${done.reason}`);
    isKept = done.value.isNew;
    return (await keptPapers(ctx.db, sessionId)).find(({ id }) => id === done.value.id) ?? null;
  } finally {
    if (!isKept) await files.delete(key);
  }
}
