import type { Context } from '#platform/context/context.ts';
import type { CardSource, ContentCard, SiteMapEntry } from '#platform/contributions/module.ts';
import { formatDate } from '#platform/french/index.ts';
import { foldForSearch } from '#platform/french/index.ts';
import { durationInWords } from '../domain/course.ts';
import { coursePath, coursesPath, sessionPath } from '../paths.ts';
import { courseCounts } from './course-counts.ts';
import { sessionList, todayIn } from './session-list.ts';
import { publicCourses, type StoredCourse } from './stored-course.ts';

const hue = 285;

/** Courses of the catalogue that any page may show as cards, those with a session first. */
export const courseCardSource: CardSource = {
  kind: 'course',
  label: 'Formations',
  listPath: coursesPath,
  async latest(ctx, { count, audience, theme }) {
    const courses = (await publicCourses(ctx.db)).filter(
      (course) =>
        (audience === undefined || course.audiences.includes(audience)) &&
        (theme === undefined || course.themes.includes(theme)),
    );
    return (await courseCards(ctx, courses)).slice(0, count);
  },
  async chosen(ctx, ids) {
    const courses = await publicCourses(ctx.db);
    return courseCards(
      ctx,
      ids.flatMap((id) => courses.find((course) => course.id === id) ?? []),
      { keepsOrder: true },
    );
  },
  async find(ctx, words, limit) {
    const wanted = foldForSearch(words);
    return (await publicCourses(ctx.db))
      .filter(({ title }) => foldForSearch(title).includes(wanted))
      .slice(0, limit)
      .map(({ id, title }) => ({ id, label: title }));
  },
};

/** Courses as cards: whose they are, how long, when next. */
export async function courseCards(
  ctx: Context,
  courses: readonly StoredCourse[],
  { keepsOrder = false }: { keepsOrder?: boolean } = {},
): Promise<ContentCard[]> {
  const counts = await courseCounts(ctx.db, todayIn(ctx));
  const nextOf = (course: StoredCourse) => counts.get(course.id)?.next ?? null;
  const ordered = keepsOrder
    ? courses
    : [...courses].sort((a, b) =>
        (nextOf(a)?.toString() ?? '9') < (nextOf(b)?.toString() ?? '9') ? -1 : nextOf(a) === nextOf(b) ? 0 : 1,
      );
  return ordered.map((course) => {
    const next = nextOf(course);
    return {
      id: course.id,
      href: coursePath(course.slug),
      title: course.title,
      label: course.isOwn ? 'Formation du pôle' : course.providerName || 'Formation d’un partenaire',
      isOwn: course.isOwn,
      facts: [
        durationInWords(course.minutes),
        course.isForSchools ? 'en établissement scolaire' : '',
        next ? `prochaine session le ${formatDate(next, { year: false })}` : '',
      ]
        .filter(Boolean)
        .join(' · '),
      text: course.brief,
      hue,
    };
  });
}

/** Addresses of the catalogue for search engines. */
export async function* trainingSiteMap(ctx: Context): AsyncGenerator<SiteMapEntry> {
  yield { path: coursesPath, changedAt: null };
  for (const { slug, updatedAt } of await publicCourses(ctx.db)) yield { path: coursePath(slug), changedAt: updatedAt };
  const today = todayIn(ctx);
  for (const session of await sessionList(ctx.db, { from: today, publicOnly: true }, { limit: 1000, today }))
    yield { path: sessionPath(session.courseSlug, session.slug), changedAt: null };
}
