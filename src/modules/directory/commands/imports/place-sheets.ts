import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { Point } from '#platform/geo/index.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { lockOrganizations } from '../saving/stored-organization.ts';
import { updateOrganizations } from '../saving/update-organizations.ts';

/** A point found for the address of a sheet, as it was when the geocoder was asked. */
export interface FoundPoint {
  id: string;
  street: string;
  municipalityInsee: string | null;
  point: Point;
}

const input = z.object({ found: z.custom<FoundPoint[]>() });

/** Puts sheets where a geocoder found their address, unless it changed meanwhile. */
export const placeSheets = command({
  name: 'directory.place-sheets',
  input,
  // Called by the job.
  allow: () => true,
  async run(work, { found }) {
    const stored = await lockOrganizations(
      work.db,
      found.map(({ id }) => id),
    );
    const changes = found.flatMap(({ id, street, municipalityInsee, point }) => {
      const sheet = stored.get(id);
      const [main, ...others] = sheet?.profile.locations ?? [];
      if (
        !sheet ||
        !main ||
        (main.lon !== null && !main.isApproximate) ||
        main.street !== street ||
        main.municipalityInsee !== municipalityInsee
      )
        return [];
      const placed = { ...main, lon: point.longitude, lat: point.latitude, isApproximate: false };
      return [{ stored: sheet, changes: { locations: [placed, ...others] } }];
    });
    const origins = new Map(changes.map(({ stored: sheet }) => [sheet.id, sheet.fieldOrigins.locations?.source]));
    // A point is no news from another hand: the place keeps the origin it had.
    for (const source of new Set(origins.values())) {
      const alike = changes.filter(({ stored: sheet }) => origins.get(sheet.id) === source);
      await updateOrganizations(work, alike, {
        act: 'imported',
        from: { source: source ?? 'géocodage', confirmedBy: null },
      });
    }
    work.record({
      subjectKind: 'directory',
      subjectId: null,
      summary: `${changes.length} structures placées à leur adresse sur la carte`,
    });
    return accept({ count: changes.length });
  },
});
