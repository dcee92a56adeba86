import type { SentForm } from '#platform/http/exchange.ts';
import type { Typed } from '../domain/answers.ts';
import { answerKey, columnQuestions, type Question } from '../domain/questions.ts';

/** Names of the fields a question may send. */
export const fieldsOf = (question: Question): string[] =>
  question.kind === 'ride' ? ['ride', 'rideFrom', 'rideAt', 'rideSeats'] : [answerKey(question)];

/** What was typed of the person of this rank, by key. */
export const typedOf =
  (all: (name: string) => readonly string[], prefix: string): Typed =>
  (key) =>
    all(prefix + key);

/** One person of a form, as the commands take her. */
export function personTyped(form: Pick<SentForm, 'all'>, prefix: string, questions: readonly Question[]) {
  const text = (name: string): string => form.all(prefix + name)[0] ?? '';
  const answers: Record<string, string[]> = {};
  for (const question of questions)
    if (!columnQuestions.has(answerKey(question)))
      for (const key of fieldsOf(question)) {
        const texts = form.all(prefix + key);
        if (texts.length > 0) answers[key] = texts;
      }
  return {
    name: text('name'),
    email: text('email'),
    phone: text('phone'),
    organization: text('organization'),
    municipality: text('municipality'),
    seatKind: text('seatKind'),
    workshops: [...form.all(`${prefix}workshops`)],
    priceKey: text('priceKey'),
    isMember: text('isMember') === 'oui',
    answers,
  };
}
