import type { Who } from './who.ts';

export const questionKinds = ['text', 'long', 'choice', 'yes'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** Something a campaign asks beside the rest. */
export interface CampaignQuestion {
  /** Stable name of its answers. */
  key: string;
  label: string;
  kind: QuestionKind;
  choices: readonly string[];
  isRequired: boolean;
  /** Asked of these; of all when empty. */
  who: readonly Who[];
}

/** By key of the question. */
export type Answers = Readonly<Record<string, string>>;

export const questionsFor = (questions: readonly CampaignQuestion[], who: Who): CampaignQuestion[] =>
  questions.filter((question) => question.who.length === 0 || question.who.includes(who));

const longest = 2000;

/** The answers given, with what is wrong of them by key. Whatever was not asked is left out. */
export function readAnswers(
  questions: readonly CampaignQuestion[],
  typed: Answers,
): { answers: Record<string, string>; errors: Record<string, string> } {
  const answers: Record<string, string> = {};
  const errors: Record<string, string> = {};
  for (const { key, kind, choices, isRequired } of questions) {
    const text = (typed[key] ?? '').trim();
    const isKnown = kind === 'choice' ? choices.includes(text) : kind !== 'yes' || text === 'oui';
    if (text.length > longest) errors[key] = 'C’est trop long : 2 000 caractères au plus.';
    else if (text !== '' && !isKnown) errors[key] = 'Choisissez une des réponses proposées.';
    else if (text !== '') answers[key] = text;
    else if (isRequired) errors[key] = 'Cette réponse est attendue.';
  }
  return { answers, errors };
}
