/** Whether people can be recognised on a photo; nobody said yet for a photo just sent. */
export const peopleOnPhoto = ['unsaid', 'nobody_recognisable', 'people'] as const;
export type PeopleOnPhoto = (typeof peopleOnPhoto)[number];

/** `asked` leads to `given` or `refused`; what was given may be withdrawn at any time. */
export const agreementStates = ['asked', 'given', 'refused', 'withdrawn'] as const;
export type AgreementState = (typeof agreementStates)[number];

/** How an answer came; empty while it is awaited. */
export const agreementMeans = ['', 'link', 'paper', 'spoken', 'event'] as const;
export type AgreementMeans = (typeof agreementMeans)[number];

/**
 * Whether a photo must stay hidden. With people on it, it shows only when at least one is named and all have agreed. A
 * refusal or a withdrawal hides it whatever was said of the photo afterwards.
 */
export function isWithheld(people: PeopleOnPhoto, answers: readonly AgreementState[]): boolean {
  if (answers.some((answer) => answer === 'refused' || answer === 'withdrawn')) return true;
  if (people !== 'people') return false;
  return answers.length === 0 || answers.some((answer) => answer !== 'given');
}

/** The agreement of a photo in one word, for lists and filters. */
export type AgreementOutcome = 'unsaid' | 'nobody' | 'given' | 'waiting' | 'refused';

/** What to say of a photo's agreement as a whole. */
export function agreementOutcome(people: PeopleOnPhoto, answers: readonly AgreementState[]): AgreementOutcome {
  if (answers.some((answer) => answer === 'refused' || answer === 'withdrawn')) return 'refused';
  if (people === 'unsaid') return 'unsaid';
  if (people === 'nobody_recognisable') return 'nobody';
  return isWithheld(people, answers) ? 'waiting' : 'given';
}

/** Which answers may follow another. The one who refused may change her mind; only what was given is withdrawn. */
export function mayBecome(from: AgreementState, to: AgreementState): boolean {
  switch (to) {
    case 'asked':
      return false;
    case 'given':
      return from !== 'given';
    case 'refused':
      return from === 'asked';
    case 'withdrawn':
      return from === 'given';
  }
}
