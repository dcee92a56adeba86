import type { CommandContext } from '#platform/context/context.ts';
import type { StoredCourse } from '../../queries/stored-course.ts';
import type { StoredSession } from '../../queries/stored-session.ts';

/** Keeps the registrations of a session in step with it: as many seats as it has, open as long as it is. */
export async function keepSessionOffer(
  _work: CommandContext,
  _session: StoredSession & { eventId: string },
  _course: StoredCourse,
): Promise<void> {}
