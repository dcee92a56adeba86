import { eq } from 'drizzle-orm';
import { publicHolidayOn } from '#modules/agenda/index.ts';
import { venues } from '#modules/agenda/tables.ts';
import { readHubSettings } from '#modules/hub/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { Reader } from '#platform/db/database.ts';
import { organizationNames } from './organization-names.ts';
import { surveysOf } from './surveys.ts';
import { certifiedTime } from '../domain/certified-time.ts';
import { minutesOf } from '../domain/half-day.ts';
import { surveyResults } from '../domain/survey.ts';
import type { PaperFacts, TrainingBody } from '../documents/paper-facts.ts';
import { readCourse } from './stored-course.ts';
import { readSession, trainersOf, type StoredSession } from './stored-session.ts';
import { attendancesOf, enrolledOf } from './trainees.ts';
import { readTrainingSettings } from './training-settings.ts';

/** All that the papers of a session are made from; null for one that is not there. */
export async function paperFactsOf(
  ctx: Pick<Context, 'hubId' | 'zone'> & { db: Reader },
  sessionId: string,
): Promise<PaperFacts | null> {
  const { db, zone } = ctx;
  const session = await readSession(db, sessionId);
  const course = session && !session.trashedAt ? await readCourse(db, session.courseId) : null;
  if (!session || !course || session.halfDays.length === 0) return null;
  const halfDays = session.halfDays.map((halfDay) => ({ ...halfDay, minutes: minutesOf(halfDay, zone) }));
  const [body, settings, trainers, place, enrolled, attendances, partners, asked] = await Promise.all([
    trainingBody(ctx),
    readTrainingSettings(db),
    trainersOf(
      db,
      halfDays.flatMap((halfDay) => halfDay.trainers),
    ),
    placeOf(db, session),
    enrolledOf(db, sessionId),
    attendancesOf(
      db,
      halfDays.map(({ id }) => id),
    ),
    partnerNames(db, session),
    surveysOf(db, sessionId),
  ]);
  const time = halfDays.map(({ id, minutes, notedAt }) => ({ id, minutes, isNoted: notedAt !== null }));
  return {
    body,
    settings,
    course,
    session,
    halfDays,
    trainers,
    place,
    partners,
    enrolled,
    attendances,
    surveys: asked.map(({ moment, asked: count, answers }) => ({
      moment,
      asked: count,
      results: surveyResults(answers),
    })),
    certified: new Map(
      enrolled.map(({ id }) => [
        id,
        certifiedTime(
          time,
          attendances.filter(({ traineeId }) => traineeId === id),
        ),
      ]),
    ),
    zone,
    isHoliday: (day) => publicHolidayOn(day, zone) !== null,
  };
}

async function trainingBody({ db, hubId }: { db: Reader; hubId: string }): Promise<TrainingBody> {
  const settings = await readHubSettings(db, hubId);
  return {
    name: settings?.name ?? '',
    address: [settings?.street, [settings?.postcode, settings?.city].filter(Boolean).join(' ')]
      .filter(Boolean)
      .join(', '),
    city: settings?.city ?? '',
    siren: settings?.legal.siren ?? '',
    phone: settings?.phone ?? '',
    email: settings?.email ?? '',
  };
}

/** Where a session is held, in one line. */
export async function placeOf(db: Reader, session: StoredSession): Promise<string> {
  if (session.attendance === 'online') return 'À distance';
  const [venue] = session.venueId ? await db.select().from(venues).where(eq(venues.id, session.venueId)) : [];
  const place = venue
    ? [venue.name, venue.street, [venue.postalCode, venue.city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
    : '';
  return [place, session.placeNote, session.attendance === 'mixed' ? 'et à distance' : ''].filter(Boolean).join(', ');
}

async function partnerNames(db: Reader, { partners }: StoredSession): Promise<string[]> {
  const names = await organizationNames(
    db,
    partners.flatMap(({ organizationId }) => organizationId ?? []),
  );
  return partners
    .map(({ organizationId, name }) => (organizationId && names.get(organizationId)) || name)
    .filter(Boolean);
}
