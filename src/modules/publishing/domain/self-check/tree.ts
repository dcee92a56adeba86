/** What one may answer to a question. */
export const answers = ['yes', 'no', 'unsure'] as const;
export type Answer = (typeof answers)[number];

/** An article of law, with the day its wording was last read. */
export interface LawArticle {
  readonly title: string;
  readonly href: string;
  readonly readOn: string;
}

/** Where an answer leads: a question, a gate, or a result. */
export type Next = { readonly question: string } | { readonly gate: string } | { readonly result: string };

export interface Question {
  readonly id: string;
  readonly text: string;
  /** The same in plain words, with an example. */
  readonly help: string;
  readonly law: keyof LawArticles;
  readonly next: Readonly<Record<Answer, Next>>;
  /** What a clear yes or no gives as a reason of the result; nothing where it decides nothing. */
  readonly because: { readonly yes?: string; readonly no?: string };
  /** What has to change when the answer is no. */
  readonly missing?: string;
  /** What depends on it when one is not sure. */
  readonly doubt: string;
}

/** Decides on what was answered before: one clear no among these questions leads elsewhere. */
export interface Gate {
  readonly id: string;
  readonly anyNo: readonly string[];
  readonly ifSo: Next;
  readonly otherwise: Next;
}

export interface Result {
  readonly id: string;
  /** How close to the social economy: sets the colour and the order, never a judgement. */
  readonly verdict: 'inside' | 'near' | 'beside' | 'early';
  readonly title: string;
  /** The title when something is still not sure. */
  readonly titleInDoubt: string;
  readonly text: string;
  readonly law: readonly (keyof LawArticles)[];
  /** What to do now, in order. */
  readonly steps: readonly string[];
  /** Other ways and names worth knowing. */
  readonly notes: readonly string[];
}

export type LawArticles = Readonly<Record<string, LawArticle>>;

/** A version of the rules, whole: a link shared years ago says which one it followed. */
export interface SelfCheckTree {
  readonly version: string;
  /** Day the rules were last read against the law. */
  readonly checkedOn: string;
  readonly first: string;
  readonly laws: LawArticles;
  readonly questions: readonly Question[];
  readonly gates: readonly Gate[];
  readonly results: readonly Result[];
}
