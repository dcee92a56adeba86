import { keepOffer, offerOf, type OfferInput, type RegistrationDependencies } from '#modules/registration/index.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { momentsOf } from '../../domain/half-day.ts';
import { payerChoices, priceChoices, questionKeys, statusChoices } from '../../domain/enrolment-answers.ts';
import { isHeld } from '../../domain/session-states.ts';
import type { StoredCourse } from '../../queries/stored-course.ts';
import type { StoredSession } from '../../queries/stored-session.ts';

/**
 * Keeps the registrations of a session in step with it: as many seats as it has, open as long as it is, until it begins.
 * Its form asks what papers and funders need; the team may add its own questions. Nothing is paid on registering: an
 * individual may not be asked for anything before her days to withdraw are over (code du travail, art. L6353-6).
 */
export async function keepSessionOffer(
  work: CommandContext,
  deps: RegistrationDependencies,
  session: StoredSession & { eventId: string },
  course: StoredCourse,
): Promise<void> {
  const stored = await offerOf(work.db, session.eventId);
  const first = session.halfDays[0];
  const kept = await keepOffer(work, deps, {
    eventId: session.eventId,
    fields: {
      scope: 'whole',
      isOpen: isHeld(session.state) && !session.isPrivate,
      capacity: session.maxTrainees,
      fewest: Math.max(1, session.minTrainees),
      closesAt: first ? momentsOf(first, work.zone).starts.toString() : null,
      ...(stored ? {} : { questions: questionsFor(course), mostPeople: 12 }),
    },
  });
  if (!kept.ok) throw new Error(`the registrations of a session were refused: ${kept.reason}`);
}

function questionsFor(course: StoredCourse): OfferInput['questions'] {
  const choice = (key: string, label: string, choices: string[], hint = '') =>
    ({ kind: 'choice', key, label, hint, choices, isRequired: true }) as const;
  const prices = priceChoices(course.prices);
  return [
    { kind: 'organization', isRequired: false },
    { kind: 'municipality', isRequired: true },
    { kind: 'phone', isRequired: false },
    choice(questionKeys.status, 'Vous êtes', statusChoices()),
    ...(prices.length > 1 ? [choice(questionKeys.price, 'Votre tarif', prices)] : []),
    ...(prices.length > 0
      ? [choice(questionKeys.payer, 'Qui paie ?', payerChoices(), 'Rien n’est à payer maintenant.')]
      : []),
    { kind: 'access', isRequired: false },
  ];
}
