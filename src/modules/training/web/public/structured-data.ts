import { coursePath, sessionPath } from '../../paths.ts';
import type { SessionLine } from '../../queries/session-list.ts';
import type { StoredCourse } from '../../queries/stored-course.ts';

/** A course and its sessions in the words of schema.org. */
export function courseStructuredData({
  course,
  sessions,
  origin,
  hub,
}: {
  course: StoredCourse;
  sessions: readonly SessionLine[];
  origin: string;
  hub: string;
}): object {
  const mode = { onsite: 'Onsite', online: 'Online', mixed: 'Blended' } as const;
  return {
    '@context': 'https://schema.org',
    '@type': 'Course',
    '@id': `${origin}${coursePath(course.slug)}`,
    url: `${origin}${coursePath(course.slug)}`,
    name: course.title,
    description: course.brief || course.title,
    inLanguage: 'fr',
    provider: { '@type': 'Organization', name: course.isOwn ? hub : course.providerName || hub },
    ...(course.prerequisites ? { coursePrerequisites: course.prerequisites } : {}),
    ...(course.objectives
      ? {
          teaches: course.objectives
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        }
      : {}),
    ...(course.prices.length > 0
      ? {
          offers: course.prices.map(({ label, cents }) => ({
            '@type': 'Offer',
            name: label,
            category: cents === 0 ? 'Free' : 'Paid',
            price: (cents / 100).toFixed(2),
            priceCurrency: 'EUR',
          })),
        }
      : {}),
    hasCourseInstance: sessions.map((session) => ({
      '@type': 'CourseInstance',
      url: `${origin}${sessionPath(session.courseSlug, session.slug)}`,
      courseMode: mode[session.attendance],
      courseWorkload: `PT${course.minutes}M`,
      startDate: session.first.toString(),
      endDate: session.last.toString(),
      ...(session.city ? { location: { '@type': 'Place', name: session.city, address: session.city } } : {}),
    })),
  };
}
