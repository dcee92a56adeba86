import { and, asc, desc, eq } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { storedFiles } from '#platform/stored-files/tables.ts';
import type { DocumentKind } from '../domain/document-kinds.ts';
import { trainingDocuments } from '../tables.ts';

/** A paper as it was made, with its file. */
export interface KeptPaper {
  id: string;
  kind: DocumentKind;
  traineeId: string | null;
  payer: string;
  version: number;
  sha256: string;
  madeFrom: string;
  madeAt: Temporal.Instant;
  madeBy: string;
  sentAt: Temporal.Instant | null;
  fileId: string;
  key: string;
  name: string;
  bytes: number;
}

/** Every version of the papers of a session, the newest of each first. */
export async function keptPapers(db: Reader, sessionId: string): Promise<KeptPaper[]> {
  const rows = await db
    .select({ paper: trainingDocuments, file: storedFiles })
    .from(trainingDocuments)
    .innerJoin(
      storedFiles,
      and(eq(storedFiles.hubId, trainingDocuments.hubId), eq(storedFiles.id, trainingDocuments.fileId)),
    )
    .where(eq(trainingDocuments.sessionId, sessionId))
    .orderBy(asc(trainingDocuments.kind), asc(storedFiles.name), desc(trainingDocuments.version));
  return rows.map(({ paper, file }) => ({
    id: paper.id,
    kind: paper.kind,
    traineeId: paper.traineeId,
    payer: paper.payer,
    version: paper.version,
    sha256: paper.sha256,
    madeFrom: paper.madeFrom,
    madeAt: paper.madeAt,
    madeBy: paper.madeBy,
    sentAt: paper.sentAt,
    fileId: paper.fileId,
    key: file.key,
    name: file.name,
    bytes: file.bytes,
  }));
}

/** The newest version of each. */
export function latestOf(papers: readonly KeptPaper[]): KeptPaper[] {
  const newest = new Map<string, KeptPaper>();
  for (const paper of papers) {
    const key = [paper.kind, paper.traineeId, paper.payer].join(' ');
    if ((newest.get(key)?.version ?? 0) < paper.version) newest.set(key, paper);
  }
  return [...newest.values()];
}
