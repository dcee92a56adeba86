import type { AttendanceMark, RegistrationState } from '../../domain/registration-states.ts';

import { holds } from '../../domain/workshops.ts';

/** To whom among those registered one writes. */
export const audiences = ['confirmed', 'waiting', 'everyone', 'present', 'absent', 'unpaid'] as const;
export type Audience = (typeof audiences)[number];

export const audienceNames: Readonly<Record<Audience, string>> = {
  confirmed: 'Les personnes inscrites',
  waiting: 'La liste d’attente',
  everyone: 'Inscrites et en attente',
  present: 'Celles qui sont venues',
  absent: 'Celles qui ne sont pas venues',
  unpaid: 'Celles qui n’ont pas encore payé',
};

/** What decides whether a person is among them. */
export interface Reachable {
  state: RegistrationState;
  mark: AttendanceMark | null;
  /** In cents, for her whole booking. */
  left: number;
  answers: Readonly<Record<string, string | readonly string[]>>;
  seatKind: string;
  workshops: readonly string[];
}

/** One answer chosen among those of the form: `key` of the question, exact text. */
export interface AnswerChosen {
  key: string;
  value: string;
}

export function isAmong(person: Reachable, audience: Audience, answer: AnswerChosen | null): boolean {
  return isIn(person, audience) && (answer === null || hasAnswered(person, answer));
}

function isIn({ state, mark, left }: Reachable, audience: Audience): boolean {
  const isSeated = state === 'confirmed';
  const isWaiting = state === 'waiting' || state === 'offered';
  switch (audience) {
    case 'confirmed':
      return isSeated;
    case 'waiting':
      return isWaiting;
    case 'everyone':
      return isSeated || isWaiting;
    case 'present':
      return isSeated && mark === 'present';
    case 'absent':
      return isSeated && mark === 'absent';
    case 'unpaid':
      return isSeated && left > 0;
  }
}

function hasAnswered({ answers, seatKind, workshops }: Reachable, { key, value }: AnswerChosen): boolean {
  if (key === 'seatKind') return holds({ seatKind, workshops }, value);
  const answer = answers[key];
  return typeof answer === 'string' ? answer === value : (answer?.includes(value) ?? false);
}
