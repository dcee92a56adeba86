import type { CommandContext } from '#platform/context/context.ts';
import { forgetInSearch, indexForSearch } from '#platform/search/search.ts';
import { coursePath, officePaths } from '../../paths.ts';
import { isPublicCourse, type StoredCourse } from '../../queries/stored-course.ts';

/** Kind of the courses in the search. */
export const courseKind = 'course';

/** Writes what can be found of a course: for everyone once it is public, for the team before. */
export async function indexCourse(work: CommandContext, course: StoredCourse): Promise<void> {
  if (course.trashedAt) return forgetInSearch(work.db, courseKind, course.id);
  const isPublic = isPublicCourse(course);
  await indexForSearch(work.db, {
    kind: courseKind,
    subjectId: course.id,
    title: course.title,
    summary: course.brief,
    path: isPublic ? coursePath(course.slug) : officePaths.course(course.id),
    visibility: isPublic ? 'public' : 'staff',
    keywords: ['formation', course.providerName, ...course.audiences].filter(Boolean).join(' '),
    state: isPublic ? '' : 'brouillon',
    body: [course.objectives, course.public, course.prerequisites, course.programme].filter(Boolean).join('\n'),
  });
}
