/** Questions ready to be asked; what they are for is known to the rest of the site. */
export const readyQuestions = [
  'organization',
  'municipality',
  'phone',
  'presence',
  'diet',
  'access',
  'ride',
  'photo',
  'newsletter',
] as const;
export type ReadyQuestion = (typeof readyQuestions)[number];

export const freeKinds = ['text', 'long', 'choice', 'several', 'number', 'yes'] as const;
export type FreeKind = (typeof freeKinds)[number];

/** One question of the form. */
export type Question =
  | { readonly kind: ReadyQuestion; readonly isRequired: boolean }
  | {
      readonly kind: FreeKind;
      /** Stable name of its answers. */
      readonly key: string;
      readonly label: string;
      readonly hint: string;
      /** For `choice` and `several`. */
      readonly choices: readonly string[];
      readonly isRequired: boolean;
    };

export type FreeQuestion = Extract<Question, { key: string }>;

export function isFree(question: Question): question is FreeQuestion {
  return 'key' in question;
}

/** Under which name an answer is kept. */
export const answerKey = (question: Question): string => (isFree(question) ? question.key : question.kind);

/** Kept on columns of their own: counted, filtered, grouped. */
export const columnQuestions: ReadonlySet<string> = new Set(['organization', 'municipality', 'phone']);

/** Answers that say something of someone's health, faith or home: forgotten soon after. */
export const delicateAnswers = ['diet', 'access', 'ride', 'rideFrom', 'rideAt', 'rideSeats'] as const;

export const asks = (questions: readonly Question[], kind: ReadyQuestion): boolean =>
  questions.some((question) => question.kind === kind);
