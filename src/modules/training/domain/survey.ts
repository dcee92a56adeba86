/** Right at the end of a session, or some months later. */
export const surveyMoments = ['hot', 'cold'] as const;
export type SurveyMoment = (typeof surveyMoments)[number];

export const momentNames: Readonly<Record<SurveyMoment, string>> = { hot: 'à chaud', cold: 'à froid' };

/** A question: from 1 to 5, yes or no, or in words. */
export const questionKinds = ['scale', 'yes_no', 'words'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const questionKindNames: Readonly<Record<QuestionKind, string>> = {
  scale: 'De 1 à 5',
  yes_no: 'Oui ou non',
  words: 'En quelques mots',
};

export interface SurveyQuestion {
  text: string;
  kind: QuestionKind;
}

/** What one person answered to one question: 1 to 5; 1 for yes, 0 for no; or words. */
export interface SurveyAnswer {
  question: string;
  kind: QuestionKind;
  value: number | string;
}

/** What all answered to one question. */
export interface SurveyResult {
  question: string;
  kind: QuestionKind;
  count: number;
  /** Mean of a scale, share of yes between 0 and 1; null for words. */
  mean: number | null;
  /** How many chose each value, smallest first. */
  counts: readonly { value: number; count: number }[];
  /** Sorted, so that their order says nothing of who wrote first. */
  words: readonly string[];
}

/** Adds up the answers, question by question, in the order the questions were first answered. */
export function surveyResults(answers: readonly (readonly SurveyAnswer[])[]): SurveyResult[] {
  const byQuestion = Map.groupBy(answers.flat(), ({ question, kind }) => `${kind} ${question}`);
  return [...byQuestion.values()].flatMap((given) => {
    const [first] = given;
    return first ? [resultOf(first, given)] : [];
  });
}

function resultOf({ question, kind }: SurveyAnswer, given: readonly SurveyAnswer[]): SurveyResult {
  const numbers = given.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  const words = given.flatMap(({ value }) => (typeof value === 'string' && value !== '' ? [value] : []));
  const values = kind === 'scale' ? [1, 2, 3, 4, 5] : kind === 'yes_no' ? [1, 0] : [];
  return {
    question,
    kind,
    count: kind === 'words' ? words.length : numbers.length,
    mean: kind === 'words' || numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length,
    counts: values.map((value) => ({ value, count: numbers.filter((one) => one === value).length })),
    words: words.sort((a, b) => a.localeCompare(b, 'fr')),
  };
}

/** Asked when the hub wrote no question of its own. */
export const commonQuestions: Readonly<Record<SurveyMoment, readonly SurveyQuestion[]>> = {
  hot: [
    { text: 'La formation a-t-elle répondu à vos attentes ?', kind: 'scale' },
    { text: 'Le contenu était-il clair et utile ?', kind: 'scale' },
    { text: 'L’animation vous a-t-elle convenu ?', kind: 'scale' },
    { text: 'Les conditions d’accueil vous ont-elles convenu ?', kind: 'scale' },
    { text: 'Recommanderiez-vous cette formation ?', kind: 'yes_no' },
    { text: 'Que garder, que changer ?', kind: 'words' },
  ],
  cold: [
    { text: 'Ce que vous avez appris vous sert-il aujourd’hui ?', kind: 'scale' },
    { text: 'Avez-vous changé quelque chose dans votre structure ?', kind: 'yes_no' },
    { text: 'Qu’avez-vous mis en pratique ?', kind: 'words' },
    { text: 'De quoi auriez-vous besoin maintenant ?', kind: 'words' },
  ],
};
