import { keepEvent, type EventInput } from '#modules/agenda/index.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { isFreeFor, pricesInWords } from '../../domain/prices-in-words.ts';
import { sessionDays } from '../../domain/session-dates.ts';
import { isShown } from '../../domain/session-states.ts';
import { officePaths, sessionPath } from '../../paths.ts';
import type { StoredCourse } from '../../queries/stored-course.ts';
import type { StoredSession } from '../../queries/stored-session.ts';

/** Keeps the one event of a session in step with it; answers its id. */
export async function keepSessionEvent(
  work: CommandContext,
  session: StoredSession,
  course: StoredCourse,
): Promise<string> {
  const kept = await keepEvent(work, {
    id: session.eventId,
    fields: eventOf(session, course),
    isPublic: isShown(session.state) && !session.isPrivate && course.status === 'published',
    isTrashed: session.trashedAt !== null,
    origin: {
      module: 'training',
      path: sessionPath(course.slug, session.slug),
      officePath: officePaths.session(session.id),
    },
  });
  if (!kept.ok) throw new Error(`the agenda refused a session: ${kept.reason} ${JSON.stringify(kept.fields)}`);
  return kept.value.id;
}

function eventOf(session: StoredSession, course: StoredCourse): EventInput {
  const [first, ...others] = sessionDays(session.halfDays);
  if (!first) throw new Error('a session has a day');
  const isOnline = session.attendance === 'online';
  const isSure = session.state !== 'open' || session.decideOn === null;
  return {
    title: course.title,
    brief: course.brief,
    body: paragraphs(course.objectives),
    type: 'training',
    state: session.state === 'cancelled' ? 'cancelled' : isSure ? 'confirmed' : 'tentative',
    stateNote: session.state === 'cancelled' ? session.cancelledBecause : '',
    isOwn: course.isOwn,
    organizers: [
      ...(course.isOwn || (!course.providerId && !course.providerName)
        ? []
        : [{ organizationId: course.providerId, name: course.providerName }]),
      ...session.partners,
    ],
    startsOn: first.on,
    startsAt: first.from,
    endsAt: first.to,
    alsoOn: others,
    attendance: session.attendance,
    onlineLink: session.onlineLink,
    venueId: isOnline ? null : session.venueId,
    placeNote: session.placeNote,
    isFree: isFreeFor(course.prices, course.financing),
    conditions: pricesInWords(course.prices),
    audiences: course.audiences,
    themes: course.themes,
  };
}

function paragraphs(text: string): string {
  const escape = (line: string) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => `<p>${escape(line)}</p>`)
    .join('');
}
