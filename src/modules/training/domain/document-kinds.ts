/** For whom a paper is made: once a session, once a payer, or once a trainee. */
export type DocumentScope = 'session' | 'payer' | 'trainee';

/** The papers of a session, in the order of its life. */
export const documentKinds = [
  'programme',
  'agreement',
  'contract',
  'notice',
  'attendance_sheet',
  'completion_certificate',
  'end_certificate',
  'attendance_certificate',
  'survey_report',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentFacts: Readonly<
  Record<DocumentKind, { label: string; file: string; scope: DocumentScope; isPersonal: boolean }>
> = {
  programme: { label: 'Programme', file: 'programme', scope: 'session', isPersonal: false },
  agreement: { label: 'Convention de formation', file: 'convention', scope: 'payer', isPersonal: false },
  contract: { label: 'Contrat de formation', file: 'contrat', scope: 'trainee', isPersonal: true },
  notice: { label: 'Convocation', file: 'convocation', scope: 'trainee', isPersonal: true },
  attendance_sheet: { label: 'Feuille d’émargement', file: 'emargement', scope: 'session', isPersonal: false },
  completion_certificate: {
    label: 'Certificat de réalisation',
    file: 'certificat-de-realisation',
    scope: 'trainee',
    isPersonal: true,
  },
  end_certificate: {
    label: 'Attestation de fin de formation',
    file: 'attestation-de-fin',
    scope: 'trainee',
    isPersonal: true,
  },
  attendance_certificate: {
    label: 'Attestation de présence',
    file: 'attestation-de-presence',
    scope: 'trainee',
    isPersonal: true,
  },
  survey_report: { label: 'Bilan des évaluations', file: 'evaluations', scope: 'session', isPersonal: false },
};

export function isDocumentKind(text: string): text is DocumentKind {
  return (documentKinds as readonly string[]).includes(text);
}
