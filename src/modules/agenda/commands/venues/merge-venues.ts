import { asc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { agendaChanged, venuesMerged } from '../../facts.ts';
import { mayRunAgenda } from '../../policy.ts';
import { agendaEvents, agendaOccurrences, venues } from '../../tables.ts';

/** Makes one place of two: what happens at the second happens at the first, which takes what it did not know. */
export const mergeVenues = command({
  name: 'agenda.merge-venues',
  input: z.object({ keptId: z.uuid(), mergedId: z.uuid() }),
  allow: mayRunAgenda,
  async run(work, { keptId, mergedId }) {
    if (keptId === mergedId) return refuse('same_venue');
    const rows = await work.db
      .select()
      .from(venues)
      .where(inArray(venues.id, [keptId, mergedId]))
      .orderBy(asc(venues.id))
      .for('update');
    const kept = rows.find(({ id }) => id === keptId);
    const merged = rows.find(({ id }) => id === mergedId);
    if (!kept || !merged || kept.trashedAt || merged.trashedAt) return refuse('not_found');
    const now = work.now();
    const hasBetterPoint = kept.lon === null || (kept.isApproximate && merged.lon !== null && !merged.isApproximate);
    await work.db
      .update(venues)
      .set({
        version: kept.version + 1,
        organizationId: kept.organizationId ?? merged.organizationId,
        street: kept.street || merged.street,
        postalCode: kept.postalCode || merged.postalCode,
        city: kept.city || merged.city,
        municipalityInsee: kept.municipalityInsee ?? merged.municipalityInsee,
        ...(hasBetterPoint ? { lon: merged.lon, lat: merged.lat, isApproximate: merged.isApproximate } : {}),
        access: kept.access || merged.access,
        accessibility: kept.accessibility.length > 0 ? kept.accessibility : merged.accessibility,
        accessibilityNote: kept.accessibilityNote || merged.accessibilityNote,
        updatedAt: now,
      })
      .where(eq(venues.id, keptId));
    for (const table of [agendaEvents, agendaOccurrences])
      await work.db.update(table).set({ venueId: keptId }).where(eq(table.venueId, mergedId));
    await work.db.update(venues).set({ mergedIntoId: keptId }).where(eq(venues.mergedIntoId, mergedId));
    await work.db
      .update(venues)
      .set({ mergedIntoId: keptId, trashedAt: now, updatedAt: now })
      .where(eq(venues.id, mergedId));
    work.publish(agendaChanged([]));
    work.publish(venuesMerged(keptId, mergedId));
    work.record({
      subjectKind: 'venue',
      subjectId: keptId,
      summary: `Lieu « ${merged.name} » réuni avec « ${kept.name} »`,
      details: { mergedId },
    });
    return accept({ id: keptId });
  },
});
