import { documentFacts, type DocumentKind } from './document-kinds.ts';

/** What a funder's audit looks for in a session, and whether it is there. */
export interface ChecklistLine {
  label: string;
  isThere: boolean;
  /** What is missing, in words. */
  detail: string;
}

export interface ChecklistFacts {
  papers: readonly { kind: DocumentKind; traineeId: string | null; payer: string }[];
  payers: readonly string[];
  trainees: readonly { id: string; paysHerself: boolean; isCertified: boolean; isSigned: boolean }[];
  halfDays: number;
  /** Half-days with a scanned sheet, or signed on the screen by all who were there. */
  signedHalfDays: number;
  isFinished: boolean;
  surveyed: { hot: number; cold: number };
}

/** The list, in the order of the session's life. Before its end, what comes after is not asked. */
export function checklist(facts: ChecklistFacts): ChecklistLine[] {
  const { papers, payers, trainees, isFinished } = facts;
  const has = (kind: DocumentKind, whose: { traineeId?: string; payer?: string } = {}) =>
    papers.some(
      (paper) =>
        paper.kind === kind &&
        (whose.traineeId === undefined || paper.traineeId === whose.traineeId) &&
        (whose.payer === undefined || paper.payer === whose.payer),
    );
  const count = (kind: DocumentKind, label: string, wanted: readonly boolean[]): ChecklistLine => {
    const there = wanted.filter(Boolean).length;
    return { label, isThere: there === wanted.length, detail: `${there} sur ${wanted.length}` };
  };
  const individuals = trainees.filter(({ paysHerself }) => paysHerself);
  const certified = trainees.filter(({ isCertified }) => isCertified);
  const lines: ChecklistLine[] = [
    { label: documentFacts.programme.label, isThere: has('programme'), detail: '' },
    ...(payers.length > 0
      ? [
          count(
            'agreement',
            'Conventions',
            payers.map((payer) => has('agreement', { payer })),
          ),
        ]
      : []),
    ...(individuals.length > 0
      ? [
          count(
            'contract',
            'Contrats individuels',
            individuals.map(({ id }) => has('contract', { traineeId: id })),
          ),
        ]
      : []),
    count(
      'agreement',
      'Conventions et contrats signés',
      trainees.map(({ isSigned }) => isSigned),
    ),
    count(
      'notice',
      'Convocations',
      trainees.map(({ id }) => has('notice', { traineeId: id })),
    ),
  ];
  if (!isFinished) return lines;
  return [
    ...lines,
    {
      label: 'Feuilles d’émargement signées',
      isThere: facts.signedHalfDays === facts.halfDays,
      detail: `${facts.signedHalfDays} sur ${facts.halfDays}`,
    },
    count(
      'completion_certificate',
      'Certificats de réalisation',
      certified.map(({ id }) => has('completion_certificate', { traineeId: id })),
    ),
    { label: 'Évaluation à chaud', isThere: facts.surveyed.hot > 0, detail: `${facts.surveyed.hot} réponses` },
    { label: 'Évaluation à froid', isThere: facts.surveyed.cold > 0, detail: `${facts.surveyed.cold} réponses` },
  ];
}
