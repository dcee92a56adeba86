import type { Context } from '#platform/context/context.ts';
import { publicationPath } from '../paths.ts';
import { publishedList } from './published-list.ts';

/** A news item as another module names it. */
export interface NamedNews {
  title: string;
  path: string;
  publishedAt: Temporal.Instant;
}

/** The latest published news of a structure, newest first. */
export async function newsOfOrganization(ctx: Context, organizationId: string, limit = 3): Promise<NamedNews[]> {
  const lines = await publishedList(ctx.db, 'news', { organizationId }, { limit });
  return lines.map(({ title, slug, publishedAt }) => ({ title, path: publicationPath('news', slug), publishedAt }));
}
