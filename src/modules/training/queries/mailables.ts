import type { Context } from '#platform/context/context.ts';
import type { MailableItem, MailableSource } from '#platform/contributions/module.ts';
import { formatDate } from '#platform/french/index.ts';
import { durationInWords } from '../domain/course.ts';
import { coursePath } from '../paths.ts';
import { courseCounts } from './course-counts.ts';
import { todayIn } from './session-list.ts';
import { publicCourses, type StoredCourse } from './stored-course.ts';

/** Courses that a mailing may carry; their sessions are told by the agenda. */
export const courseMailables: MailableSource = {
  kind: 'course',
  label: 'Formations',
  async chosen(ctx, ids) {
    const courses = await publicCourses(ctx.db);
    return itemsOf(
      ctx,
      ids.flatMap((id) => courses.find((course) => course.id === id) ?? []),
    );
  },
  async publishedBetween(ctx, { after, until, limit }) {
    const courses = (await publicCourses(ctx.db))
      .filter(
        ({ publishedAt }) =>
          publishedAt !== null &&
          Temporal.Instant.compare(publishedAt, after) > 0 &&
          Temporal.Instant.compare(publishedAt, until) <= 0,
      )
      .sort((a, b) => Temporal.Instant.compare(a.publishedAt ?? after, b.publishedAt ?? after));
    return itemsOf(ctx, courses.slice(0, limit));
  },
};

async function itemsOf(ctx: Context, courses: readonly StoredCourse[]): Promise<MailableItem[]> {
  if (courses.length === 0) return [];
  const counts = await courseCounts(ctx.db, todayIn(ctx));
  return courses.map((course) => {
    const next = counts.get(course.id)?.next ?? null;
    return {
      kind: 'course',
      id: course.id,
      subject: 'trainings',
      title: course.title,
      href: coursePath(course.slug),
      text: course.brief,
      facts: [
        ...(next ? [['Prochaine session', formatDate(next)] as const] : []),
        ['Durée', durationInWords(course.minutes)],
      ],
      isOwn: course.isOwn,
      ...(course.isOwn || !course.providerName ? {} : { by: course.providerName }),
      picture: null,
      publishedAt: course.publishedAt ?? ctx.clock.now(),
      expiresAt: null,
      themes: course.themes,
      audiences: course.audiences,
    };
  });
}
