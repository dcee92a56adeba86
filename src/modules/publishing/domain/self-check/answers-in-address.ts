import type { Answer } from './tree.ts';

const letters: Readonly<Record<Answer, string>> = { yes: 'o', no: 'n', unsure: 's' };
const answerOf: Readonly<Record<string, Answer>> = { o: 'yes', n: 'no', s: 'unsure' };

/** « oui, non, je ne sais pas » as the address carries them: `ons`. */
export function writeAnswers(answers: readonly Answer[]): string {
  return answers.map((answer) => letters[answer]).join('');
}

/** The answers of an address, up to the first sign that is none. */
export function readAnswers(text: string): Answer[] {
  const read: Answer[] = [];
  for (const letter of text.slice(0, 40)) {
    const answer = Object.hasOwn(answerOf, letter) ? answerOf[letter] : undefined;
    if (!answer) break;
    read.push(answer);
  }
  return read;
}
