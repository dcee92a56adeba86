import { and, eq, isNull } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { readContent } from '../../content/publication-fields.ts';
import { publications } from '../../tables.ts';

/** A reader that contents may speak to. */
export interface DoorChoice {
  tag: string;
  label: string;
  group: 'profile' | 'intent';
}

/** The doors of the hub, in their order, drafts included: what is tagged with one is gathered on its page. */
export async function doorChoices(db: Reader): Promise<DoorChoice[]> {
  const rows = await db
    .select({ title: publications.title, content: publications.content })
    .from(publications)
    .where(and(eq(publications.kind, 'door'), isNull(publications.trashedAt)));
  const doors = rows.map(({ title, content }) => {
    const { tag, label, group, position } = readContent('door', content);
    return { tag, label: label || title, group, position };
  });
  doors.sort((a, b) => a.position - b.position || a.label.localeCompare(b.label, 'fr'));
  const byTag = new Map(doors.map(({ tag, label, group }) => [tag, { tag, label, group }]));
  return [...byTag.values()];
}
