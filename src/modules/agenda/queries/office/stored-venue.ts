import { eq } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { AccessKind } from '../../domain/accessibility.ts';
import { venues } from '../../tables.ts';

/** A place as it is kept, in the shape its form takes. */
export interface StoredVenue {
  id: string;
  version: number;
  /** The point is told apart from the municipality’s: only the first is typed. */
  fields: {
    name: string;
    organizationId: string | null;
    street: string;
    postalCode: string;
    city: string;
    lon: number | null;
    lat: number | null;
    access: string;
    accessibility: AccessKind[];
    accessibilityNote: string;
  };
  isApproximate: boolean;
  mergedIntoId: string | null;
  isTrashed: boolean;
}

export async function storedVenue(db: Reader, id: string): Promise<StoredVenue | null> {
  const [row] = await db.select().from(venues).where(eq(venues.id, id));
  if (!row) return null;
  const { name, organizationId, street, postalCode, city, access, accessibility, accessibilityNote } = row;
  const [lon, lat] = row.isApproximate ? [null, null] : [row.lon, row.lat];
  return {
    id,
    version: row.version,
    fields: { name, organizationId, street, postalCode, city, lon, lat, access, accessibility, accessibilityNote },
    isApproximate: row.isApproximate,
    mergedIntoId: row.mergedIntoId,
    isTrashed: row.trashedAt !== null,
  };
}
