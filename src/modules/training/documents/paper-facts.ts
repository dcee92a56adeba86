import type { CertifiedTime } from '../domain/certified-time.ts';
import type { StoredCourse } from '../queries/stored-course.ts';
import type { StoredHalfDay, StoredSession, StoredTrainer } from '../queries/stored-session.ts';
import type { StoredAttendance, StoredTrainee } from '../queries/trainees.ts';
import type { TrainingSettings } from '../queries/training-settings.ts';
import type { SurveyMoment, SurveyResult } from '../domain/survey.ts';

/** Who trains: what every paper says of the hub. */
export interface TrainingBody {
  name: string;
  address: string;
  city: string;
  siren: string;
  phone: string;
  email: string;
}

/** All that the papers of a session are made from. */
export interface PaperFacts {
  body: TrainingBody;
  settings: TrainingSettings;
  course: StoredCourse;
  session: StoredSession;
  /** With its true length in minutes. */
  halfDays: readonly (StoredHalfDay & { minutes: number })[];
  trainers: ReadonlyMap<string, StoredTrainer>;
  /** Where, in one line. */
  place: string;
  /** Names of who holds it with the hub. */
  partners: readonly string[];
  enrolled: readonly StoredTrainee[];
  attendances: readonly StoredAttendance[];
  surveys: readonly { moment: SurveyMoment; asked: number; results: readonly SurveyResult[] }[];
  certified: ReadonlyMap<string, CertifiedTime>;
  zone: string;
  isHoliday: (day: Temporal.PlainDate) => boolean;
}

/** The first and last day in words. */
export function firstDay({ halfDays }: Pick<PaperFacts, 'halfDays'>): Temporal.PlainDate {
  const first = halfDays[0];
  if (!first) throw new Error('a session has a day');
  return first.heldOn;
}

export function lastDay({ halfDays }: Pick<PaperFacts, 'halfDays'>): Temporal.PlainDate {
  const last = halfDays.at(-1);
  if (!last) throw new Error('a session has a day');
  return last.heldOn;
}
