import { answerText, presences, rides, type Answers } from './answers.ts';
import { answerKey, columnQuestions, isFree, type Question, type ReadyQuestion } from './questions.ts';

/** How ready questions are put. */
export const readyLabels: Readonly<Record<ReadyQuestion, string>> = {
  organization: 'Votre structure',
  municipality: 'Votre commune',
  phone: 'Téléphone',
  presence: 'À l’assemblée',
  diet: 'Repas : ce que vous ne mangez pas',
  access: 'Un besoin pour participer ?',
  ride: 'Covoiturage',
  photo: 'J’accepte d’apparaître sur les photos du rendez-vous',
  newsletter: 'Je veux recevoir la lettre d’information du pôle',
};

/** A question as it was put. */
export const termOf = (question: Question): string => (isFree(question) ? question.label : readyLabels[question.kind]);

/** What someone answered, and where the answers to some questions stand. */
export interface Answered {
  readonly answers: Answers;
  readonly organizationName: string;
  readonly municipality: string;
  readonly phone: string;
}

/** An answer as people read it. */
export function answerOf(question: Question, row: Answered): string | undefined {
  const columns: Record<string, string> = {
    organization: row.organizationName,
    municipality: row.municipality,
    phone: row.phone,
  };
  const key = answerKey(question);
  if (columnQuestions.has(key)) return columns[key] || undefined;
  const text = answerText(row.answers[key]);
  if (question.kind === 'presence') return presences[text as keyof typeof presences];
  if (question.kind === 'ride' && text) {
    const more = ['rideFrom', 'rideAt', 'rideSeats'].map((name) => answerText(row.answers[name]));
    const [from, at, seats] = more;
    return [rides[text as keyof typeof rides], from && `de ${from}`, at, seats && `${seats} pl.`]
      .filter(Boolean)
      .join(', ');
  }
  return text || undefined;
}

/** All that someone answered, each under its question; an answer whose question is no longer asked stands alone. */
export function saidAnswers(questions: readonly Question[], row: Answered): string[] {
  const asked = questions.filter((question) => !columnQuestions.has(answerKey(question)));
  const known = new Set([...asked.map(answerKey), 'rideFrom', 'rideAt', 'rideSeats']);
  return [
    ...asked.flatMap((question) => {
      const said = answerOf(question, row);
      return said ? [`${termOf(question)} : ${said}`] : [];
    }),
    ...Object.entries(row.answers).flatMap(([key, answer]) => (known.has(key) ? [] : [answerText(answer)])),
  ];
}
