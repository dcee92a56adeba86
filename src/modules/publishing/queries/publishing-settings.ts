import type { Role } from '#platform/context/context.ts';
import type { Reader } from '#platform/db/database.ts';
import { publishingSettings } from '../tables.ts';

/** How the hub publishes, each choice its own or the common default. */
export interface PublishingSettings {
  /** Roles that publish without anyone reading first, besides the employee. */
  trustedRoles: readonly Role[];
  /** WebSub hub to tell when something is published. */
  websubHub: string | null;
}

export async function readPublishingSettings(db: Reader): Promise<PublishingSettings> {
  const [row] = await db.select().from(publishingSettings);
  return { trustedRoles: row?.trustedRoles ?? [], websubHub: row?.websubHub ?? null };
}
