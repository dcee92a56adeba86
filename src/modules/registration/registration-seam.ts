import { and, count, eq, or, isNull } from 'drizzle-orm';
import { occurrencesOf, type RegistrationSeam } from '#modules/agenda/index.ts';
import { movePools } from './commands/move-pools.ts';
import { copyOffer, keepOffer } from './commands/save-offer.ts';
import { paths } from './paths.ts';
import type { RegistrationDependencies } from './ports.ts';
import { offerOf } from './queries/stored-offer.ts';
import { seatsForLists } from './queries/seats-of.ts';
import { registrationPools, registrations } from './tables.ts';
import { seatsPanel } from './web/public/seats-panel.tsx';

/** What registrations bring to the agenda. */
export function registrationSeam(deps: RegistrationDependencies): RegistrationSeam {
  return {
    seats: seatsForLists,
    panel: seatsPanel,
    async quick(ctx, eventId) {
      const offer = await offerOf(ctx.db, eventId);
      return offer && { isOpen: offer.isOpen, capacity: offer.capacity };
    },
    async saveQuick(work, eventId, wanted) {
      const known = await offerOf(work.db, eventId);
      if (!known && !wanted.isOpen) return;
      if (known && known.isOpen === wanted.isOpen && known.capacity === wanted.capacity) return;
      const kept = await keepOffer(work, deps, { eventId, fields: { ...wanted } });
      if (!kept.ok) throw new Error(`the registrations of ${eventId} could not be kept: ${kept.reason}`);
    },
    copy: (work, from, to) => copyOffer(work, deps, from, to),
    moveDates: (work, moved) => movePools(work, deps, moved),
    officePath: paths.office,
    registeredTo: (ctx, personId) =>
      ctx.db
        .selectDistinct({ eventId: registrationPools.eventId, occurrenceId: registrationPools.occurrenceId })
        .from(registrations)
        .innerJoin(
          registrationPools,
          and(eq(registrationPools.hubId, registrations.hubId), eq(registrationPools.id, registrations.poolId)),
        )
        .where(and(eq(registrations.personId, personId), eq(registrations.state, 'confirmed'))),
    async attended(ctx, occurrenceId) {
      const [date] = await occurrencesOf(ctx.db, { occurrenceIds: [occurrenceId] });
      if (!date) return null;
      const rows = await ctx.db
        .select({ attendance: registrations.attendance, value: count() })
        .from(registrations)
        .innerJoin(
          registrationPools,
          and(eq(registrationPools.hubId, registrations.hubId), eq(registrationPools.id, registrations.poolId)),
        )
        .where(
          and(
            eq(registrationPools.eventId, date.eventId),
            or(isNull(registrationPools.occurrenceId), eq(registrationPools.occurrenceId, occurrenceId)),
            eq(registrations.state, 'confirmed'),
          ),
        )
        .groupBy(registrations.attendance);
      if (rows.length === 0) return null;
      const marked = rows.filter(({ attendance }) => attendance !== null);
      // Where nobody noted who came, those registered are the best that is known.
      const counted = marked.length > 0 ? marked.filter(({ attendance }) => attendance === 'present') : rows;
      return counted.reduce((sum, row) => sum + row.value, 0);
    },
  };
}
