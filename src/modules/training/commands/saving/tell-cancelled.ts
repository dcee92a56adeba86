import type { CommandContext } from '#platform/context/context.ts';
import { cancelledMail } from '../../emails/session-mails.ts';
import type { StoredCourse } from '../../queries/stored-course.ts';
import type { StoredSession } from '../../queries/stored-session.ts';
import { enrolledOf } from '../../queries/trainees.ts';
import { sendMail } from '#platform/mail/send-mail.ts';

/** Tells those whom the team enrolled: those who registered are told by their registration. */
export async function tellCancelled(work: CommandContext, session: StoredSession, course: StoredCourse): Promise<void> {
  for (const trainee of await enrolledOf(work.db, session.id)) {
    if (trainee.registrationId !== null || !trainee.email) continue;
    await sendMail(work, cancelledMail({ ...trainee, email: trainee.email }, session, course));
  }
}
