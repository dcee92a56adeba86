import { answerKey, columnQuestions, isFree, type FreeQuestion, type Question } from './questions.ts';

/** What someone answered, by key of the question. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

export const presences = { present: 'Je serai là', proxy: 'Je donne pouvoir' } as const;
export const rides = { offer: 'Je propose des places', want: 'Je cherche une place' } as const;

/** What comes from the form: each field's texts. */
export type Typed = (name: string) => readonly string[];

/** The answers of one person, with what is wrong of them by key. */
export function readAnswers(
  questions: readonly Question[],
  typed: Typed,
): { answers: Answers; errors: Readonly<Record<string, string>> } {
  const answers: Record<string, string | readonly string[]> = {};
  const errors: Record<string, string> = {};
  for (const question of questions) {
    const key = answerKey(question);
    if (columnQuestions.has(key)) continue;
    const read = isFree(question) ? readFree(question, typed(key)) : readReady(question.kind, typed);
    if (read.error) errors[key] = read.error;
    else if (read.isEmpty && question.isRequired) errors[key] = 'Cette réponse est attendue.';
    Object.assign(answers, read.kept);
  }
  return { answers, errors };
}

interface Read {
  kept: Record<string, string | readonly string[]>;
  isEmpty: boolean;
  error?: string;
}

const longestAnswer = 2000;

function readFree(question: FreeQuestion, texts: readonly string[]): Read {
  const all = texts.map((text) => text.trim()).filter(Boolean);
  const [first = ''] = all;
  const one = (error?: string): Read => ({
    kept: first ? { [question.key]: first } : {},
    isEmpty: first === '',
    ...(error ? { error } : {}),
  });
  if (first.length > longestAnswer) return one('C’est trop long : 2 000 caractères au plus.');
  switch (question.kind) {
    case 'choice':
      return one(first && !question.choices.includes(first) ? 'Choisissez une des réponses proposées.' : undefined);
    case 'several': {
      const known = question.choices.filter((choice) => all.includes(choice));
      return { kept: known.length > 0 ? { [question.key]: known } : {}, isEmpty: known.length === 0 };
    }
    case 'number':
      return one(first && !/^-?\d{1,9}([.,]\d{1,4})?$/.test(first) ? 'Écrivez un nombre.' : undefined);
    case 'yes':
      return { kept: first === 'oui' ? { [question.key]: 'oui' } : {}, isEmpty: first !== 'oui' };
    default:
      return one();
  }
}

function readReady(kind: string, typed: Typed): Read {
  const text = (name: string, most = 300): string => (typed(name)[0] ?? '').trim().slice(0, most);
  const value = text(kind);
  switch (kind) {
    case 'presence':
      return Object.hasOwn(presences, value) ? filled({ presence: value }) : { kept: {}, isEmpty: true };
    case 'ride': {
      if (!Object.hasOwn(rides, value)) return { kept: {}, isEmpty: true };
      const seats = Number(text('rideSeats')) || 0;
      const more = { rideFrom: text('rideFrom', 120), rideAt: text('rideAt', 60) };
      const said = Object.fromEntries(Object.entries(more).filter(([, one]) => one !== ''));
      if (value !== 'offer') return filled({ ride: value, ...said });
      return filled({ ride: value, ...said, rideSeats: String(Math.min(8, Math.max(1, Math.trunc(seats)))) });
    }
    case 'photo':
    case 'newsletter':
      return value === 'oui' ? filled({ [kind]: 'oui' }) : { kept: {}, isEmpty: true };
    default:
      return value ? filled({ [kind]: value }) : { kept: {}, isEmpty: true };
  }
}

const filled = (kept: Read['kept']): Read => ({ kept, isEmpty: false });

/** An answer as people read it. */
export function answerText(answer: string | readonly string[] | undefined): string {
  if (answer === undefined) return '';
  return typeof answer === 'string' ? answer : answer.join(', ');
}
