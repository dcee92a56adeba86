import { mayCertify } from '../domain/certified-time.ts';
import type { DocumentKind } from '../domain/document-kinds.ts';
import type { StoredTrainee } from '../queries/trainees.ts';
import type { Paper } from './paper.ts';
import type { PaperFacts } from './paper-facts.ts';
import { agreement, contract } from './papers/agreement.ts';
import { attendanceSheet } from './papers/attendance-sheet.ts';
import { attendanceCertificate, completionCertificate, endCertificate } from './papers/certificates.ts';
import { notice } from './papers/notice.ts';
import { programme } from './papers/programme.ts';
import { surveyReport } from './papers/survey-report.ts';

/** For whom: the whole session, a structure that pays, or a trainee. */
export interface PaperSubject {
  trainee: StoredTrainee | null;
  payer: string;
}

const forTrainee = {
  contract,
  notice,
  completion_certificate: completionCertificate,
  end_certificate: endCertificate,
  attendance_certificate: attendanceCertificate,
} as const;

/** A paper of a session in its words; null when there is none to write: no certificate for who was not there. */
export function paperOf(facts: PaperFacts, kind: DocumentKind, { trainee, payer }: PaperSubject): Paper | null {
  switch (kind) {
    case 'programme':
      return programme(facts);
    case 'attendance_sheet':
      return attendanceSheet(facts);
    case 'survey_report':
      return facts.surveys.length > 0 ? surveyReport(facts) : null;
    case 'agreement':
      return payer ? agreement(facts, payer) : null;
    default:
      return trainee && isDue(facts, kind, trainee) ? forTrainee[kind](facts, trainee) : null;
  }
}

function isDue(facts: PaperFacts, kind: keyof typeof forTrainee, trainee: StoredTrainee): boolean {
  if (kind === 'contract') return trainee.paysHerself;
  if (kind === 'notice') return facts.session.state === 'confirmed' || facts.session.state === 'finished';
  const time = facts.certified.get(trainee.id);
  return facts.session.state === 'finished' && time !== undefined && mayCertify(time);
}

/** Structures that pay for some of their people: one agreement each. */
export function payersOf({ enrolled }: Pick<PaperFacts, 'enrolled'>): string[] {
  const names = enrolled.filter(({ paysHerself }) => !paysHerself).map(({ organizationName }) => organizationName);
  return [...new Set(names.filter(Boolean))].sort((a, b) => a.localeCompare(b, 'fr'));
}
