import type { Reader } from '#platform/db/database.ts';
import { commonQuestions, type SurveyMoment, type SurveyQuestion } from '../domain/survey.ts';
import { trainingSettings } from '../tables.ts';

/** How the hub trains: what its papers say, what it asks, how long it keeps. */
export interface TrainingSettings {
  /** 0 while the hub follows the common default. */
  version: number;
  /** Numéro de déclaration d’activité, empty when it has none. */
  nda: string;
  representative: string;
  representativeRole: string;
  vatWords: string;
  withdrawalWords: string;
  paymentWords: string;
  questions: Readonly<Record<SurveyMoment, readonly SurveyQuestion[]>>;
  coldAfterMonths: number;
  keptYears: number;
}

const common = {
  nda: '',
  representative: '',
  representativeRole: '',
  vatWords: 'TVA non applicable, article 261-4-4° a du code général des impôts.',
  withdrawalWords:
    'Toute annulation se fait par écrit. À moins de sept jours ouvrés du début, la moitié du prix reste due, sauf cas de force majeure.',
  paymentWords: 'Paiement à réception de la facture, par virement ou par chèque.',
  coldAfterMonths: 3,
  keptYears: 5,
};

export async function readTrainingSettings(db: Reader): Promise<TrainingSettings> {
  const [row] = await db.select().from(trainingSettings);
  const asked = (moment: SurveyMoment, own: readonly SurveyQuestion[] = []) =>
    own.length > 0 ? own : commonQuestions[moment];
  return {
    ...common,
    version: 0,
    ...(row && {
      version: row.version,
      nda: row.nda,
      representative: row.representative,
      representativeRole: row.representativeRole,
      vatWords: row.vatWords,
      withdrawalWords: row.withdrawalWords,
      paymentWords: row.paymentWords,
      coldAfterMonths: row.coldAfterMonths,
      keptYears: row.keptYears,
    }),
    questions: { hot: asked('hot', row?.hotQuestions), cold: asked('cold', row?.coldQuestions) },
  };
}
