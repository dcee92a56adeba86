import { answers, type Answer, type Gate, type Next, type Question, type Result, type SelfCheckTree } from './tree.ts';

/** A question and what was answered. */
export interface Answered {
  readonly question: Question;
  readonly answer: Answer;
}

/** Where someone stands: at a question, or at the result. */
export type Standing = {
  readonly answered: readonly Answered[];
  /** Answers that were followed; those that came after the end are left out. */
  readonly given: readonly Answer[];
} & ({ readonly question: Question; readonly mostLeft: number } | { readonly result: Explained });

/** A result with what led there. */
export interface Explained {
  readonly result: Result;
  readonly because: readonly { readonly text: string; readonly question: Question }[];
  /** What has to change, when something does. */
  readonly missing: readonly { readonly text: string; readonly question: Question }[];
  /** What the result still depends on. */
  readonly doubts: readonly { readonly text: string; readonly question: Question }[];
}

/** Follows answers along the tree, from its first question. */
export function walk(tree: SelfCheckTree, given: readonly Answer[]): Standing {
  const answered: Answered[] = [];
  let at = settle(tree, { question: tree.first }, answered);
  for (const answer of given) {
    if ('result' in at) break;
    answered.push({ question: at.question, answer });
    at = settle(tree, at.question.next[answer], answered);
  }
  const common = { answered, given: answered.map(({ answer }) => answer) };
  if ('result' in at) return { ...common, result: explain(at.result, answered) };
  return { ...common, question: at.question, mostLeft: mostQuestions(tree, { question: at.question.id }) };
}

/** The most questions one may still have to answer from there. */
export function mostQuestions(tree: SelfCheckTree, from: Next = { question: tree.first }): number {
  if ('result' in from) return 0;
  if ('gate' in from) {
    const gate = gateOf(tree, from.gate);
    return Math.max(mostQuestions(tree, gate.ifSo), mostQuestions(tree, gate.otherwise));
  }
  const { next } = questionOf(tree, from.question);
  return 1 + Math.max(...answers.map((answer) => mostQuestions(tree, next[answer])));
}

function settle(
  tree: SelfCheckTree,
  next: Next,
  answered: readonly Answered[],
): { question: Question } | { result: Result } {
  if ('question' in next) return { question: questionOf(tree, next.question) };
  if ('result' in next) return { result: known(tree.results, next.result) };
  const gate = gateOf(tree, next.gate);
  const isNo = answered.some(({ question, answer }) => answer === 'no' && gate.anyNo.includes(question.id));
  return settle(tree, isNo ? gate.ifSo : gate.otherwise, answered);
}

function explain(result: Result, answered: readonly Answered[]): Explained {
  const texts = (pick: (one: Answered) => string | undefined) =>
    answered.flatMap((one) => {
      const text = pick(one);
      return text ? [{ text, question: one.question }] : [];
    });
  return {
    result,
    because: texts(({ question, answer }) => (answer === 'unsure' ? undefined : question.because[answer])),
    missing: texts(({ question, answer }) => (answer === 'no' ? question.missing : undefined)),
    doubts: texts(({ question, answer }) => (answer === 'unsure' ? question.doubt : undefined)),
  };
}

const questionOf = (tree: SelfCheckTree, id: string): Question => known(tree.questions, id);
const gateOf = (tree: SelfCheckTree, id: string): Gate => known(tree.gates, id);

function known<Item extends { readonly id: string }>(list: readonly Item[], id: string): Item {
  const found = list.find((item) => item.id === id);
  if (!found) throw new Error(`the tree has no ${id}`);
  return found;
}
