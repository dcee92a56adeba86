import type { Context } from '#platform/context/context.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { documentFacts, documentKinds, type DocumentKind } from '../domain/document-kinds.ts';
import { checklist, type ChecklistLine } from '../domain/checklist.ts';
import { mayCertify } from '../domain/certified-time.ts';
import { latestOf, type KeptPaper } from '../queries/kept-papers.ts';
import { makePaper } from './make-paper.ts';
import type { PaperFacts } from './paper-facts.ts';
import { paperOf, payersOf, type PaperSubject } from './paper-of.ts';

/** A paper that this session calls for. */
export interface DuePaper extends PaperSubject {
  kind: DocumentKind;
}

/** Every paper that can be written today. */
export function duePapers(facts: PaperFacts): DuePaper[] {
  return documentKinds
    .flatMap((kind): DuePaper[] => {
      switch (documentFacts[kind].scope) {
        case 'session':
          return [{ kind, trainee: null, payer: '' }];
        case 'payer':
          return payersOf(facts).map((payer) => ({ kind, trainee: null, payer }));
        case 'trainee':
          return facts.enrolled.map((trainee) => ({ kind, trainee, payer: '' }));
      }
    })
    .filter((due) => paperOf(facts, due.kind, due) !== null);
}

/** Makes all those that are missing or no longer say what is so. */
export async function makeAllPapers(
  ctx: Context,
  ports: { files: FileStore; origin: string },
  facts: PaperFacts,
): Promise<number> {
  let made = 0;
  for (const due of duePapers(facts)) if (await makePaper(ctx, ports, facts, due.kind, due)) made += 1;
  return made;
}

/** What an audit looks for in this session. */
export function checklistOf(facts: PaperFacts, papers: readonly KeptPaper[]): ChecklistLine[] {
  const { session, enrolled, halfDays, attendances, certified, surveys } = facts;
  const answered = (moment: 'hot' | 'cold') =>
    Math.max(0, ...(surveys.find((one) => one.moment === moment)?.results ?? []).map(({ count }) => count));
  return checklist({
    papers: latestOf(papers),
    payers: payersOf(facts),
    trainees: enrolled.map(({ id, paysHerself, agreementSignedOn }) => ({
      id,
      paysHerself,
      isSigned: agreementSignedOn !== null,
      isCertified: mayCertify(certified.get(id) ?? { minutes: 0 }),
    })),
    halfDays: halfDays.length,
    signedHalfDays: halfDays.filter(({ id, scanFileId }) => {
      const there = attendances.filter((one) => one.halfDayId === id && one.state === 'present');
      return scanFileId !== null || (there.length > 0 && there.every(({ signedAt }) => signedAt !== null));
    }).length,
    isFinished: session.state === 'finished',
    surveyed: { hot: answered('hot'), cold: answered('cold') },
  });
}
