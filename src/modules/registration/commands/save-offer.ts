import { and, eq, inArray } from 'drizzle-orm';
import { readEvent } from '#modules/agenda/index.ts';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { fieldMessages } from '#platform/forms/field-messages.ts';
import { accept, refuse, type Outcome } from '#platform/outcome/outcome.ts';
import { livingStates } from '../domain/registration-states.ts';
import { partsOf, workshopsOf } from '../domain/workshops.ts';
import { seatsChanged } from '../facts.ts';
import { mayKeepRegistrations } from '../policy.ts';
import type { RegistrationDependencies } from '../ports.ts';
import { offerOf, type StoredOffer } from '../queries/stored-offer.ts';
import { registrationOffers, registrationPools, registrations } from '../tables.ts';
import { offerFields, type OfferInput } from './offer-fields.ts';
import { holdPool } from './saving/held-registrations.ts';
import { holdEvent } from './saving/lock-pool.ts';
import { settlePool } from './saving/settle-pool.ts';

type OfferRefusal = 'unclear_fields' | 'not_found' | 'scope_taken' | 'kind_taken' | 'edited_meanwhile';

/**
 * Writes how one registers to an event, in the transaction of a command that checked the rights: `fields` are changed,
 * the others stay. Seats added go at once to those who wait.
 */
export async function keepOffer(
  work: CommandContext,
  deps: RegistrationDependencies,
  { eventId, fields: raw, version }: { eventId: string; fields: Partial<OfferInput>; version?: number },
): Promise<Outcome<StoredOffer, OfferRefusal>> {
  await holdEvent(work, eventId);
  const [stored] = await work.db
    .select()
    .from(registrationOffers)
    .where(eq(registrationOffers.eventId, eventId))
    .for('no key update');
  if (version !== undefined && (stored?.version ?? 0) !== version) return refuse('edited_meanwhile');
  const parsed = offerFields.safeParse({ ...(stored ? asInput(stored) : {}), ...raw });
  if (!parsed.success) return refuse('unclear_fields', { fields: fieldMessages(parsed.error) });
  const fields = parsed.data;
  if (!stored) {
    if (!(await readEvent(work.db, eventId))) return refuse('not_found');
    const now = work.now();
    await work.db.insert(registrationOffers).values({ eventId, ...fields, createdAt: now, updatedAt: now });
  } else {
    const taken = await whatIsTaken(work, eventId);
    if (taken.count > 0 && stored.scope !== fields.scope) return refuse('scope_taken');
    const parts = new Set(partsOf(fields.seatKinds).map(({ key }) => key));
    const workshops = new Set(workshopsOf(fields.seatKinds).map(({ key }) => key));
    if (taken.parts.some((kind) => (parts.size > 0 ? !parts.has(kind) : kind !== ''))) return refuse('kind_taken');
    if (taken.workshops.some((kind) => !workshops.has(kind))) return refuse('kind_taken');
    await work.db
      .update(registrationOffers)
      .set({ ...fields, version: stored.version + 1, updatedAt: work.now() })
      .where(eq(registrationOffers.eventId, eventId));
    await seatThoseWhoWait(work, deps, eventId);
  }
  work.publish(seatsChanged(eventId));
  const saved = await offerOf(work.db, eventId);
  return saved ? accept(saved) : refuse('not_found');
}

/** What an offer says, in the shape of its fields. */
export function asInput(offer: StoredOffer): OfferInput {
  const { hubId: _h, eventId: _e, version: _v, createdAt: _c, updatedAt: _u, opensAt, closesAt, ...plain } = offer;
  return {
    ...plain,
    opensAt: opensAt?.toString() ?? null,
    closesAt: closesAt?.toString() ?? null,
    seatKinds: [...plain.seatKinds],
    questions: plain.questions.map((one) => ('key' in one ? { ...one, choices: [...one.choices] } : { ...one })),
    prices: [...plain.prices],
    promoCodes: [...plain.promoCodes],
  };
}

async function whatIsTaken(
  work: CommandContext,
  eventId: string,
): Promise<{ count: number; parts: string[]; workshops: string[] }> {
  const rows = await work.db
    .selectDistinct({ kind: registrations.seatKind, workshops: registrations.workshops })
    .from(registrations)
    .innerJoin(
      registrationPools,
      and(eq(registrationPools.hubId, registrations.hubId), eq(registrationPools.id, registrations.poolId)),
    )
    .where(and(eq(registrationPools.eventId, eventId), inArray(registrations.state, [...livingStates])));
  return { count: rows.length, parts: rows.map(({ kind }) => kind), workshops: rows.flatMap((row) => row.workshops) };
}

async function seatThoseWhoWait(work: CommandContext, deps: RegistrationDependencies, eventId: string): Promise<void> {
  const pools = await work.db
    .selectDistinct({ id: registrationPools.id })
    .from(registrationPools)
    .where(eq(registrationPools.eventId, eventId))
    .orderBy(registrationPools.id);
  for (const { id } of pools) {
    const pool = await holdPool(work, id);
    if (pool) await settlePool(work, deps, pool);
  }
}

/** The team decides how one registers to an event. */
export const saveOffer = (deps: RegistrationDependencies) =>
  command({
    name: 'registration.save-offer',
    input: z.object({
      eventId: z.uuid(),
      /** The version the form was filled from; 0 for a first one. */
      version: z.coerce.number().int().min(0),
      /** Checked by offer-fields.ts. */
      fields: z.record(z.string(), z.unknown()),
    }),
    allow: mayKeepRegistrations,
    async run(work, { eventId, version, fields }) {
      const event = await readEvent(work.db, eventId);
      if (!event || event.trashedAt) return refuse('not_found');
      const saved = await keepOffer(work, deps, { eventId, fields: fields as Partial<OfferInput>, version });
      if (!saved.ok) return saved;
      work.record({
        subjectKind: 'event',
        subjectId: eventId,
        summary: `« ${event.fields.title} » : inscriptions ${saved.value.isOpen ? 'ouvertes' : 'réglées, fermées'}`,
        details: { version: saved.value.version },
      });
      return accept({ version: saved.value.version });
    },
  });

/** The same form, rules and seats for another event, nobody registered. Dates of opening are left out: they were another's. */
export async function copyOffer(
  work: CommandContext,
  deps: RegistrationDependencies,
  fromEventId: string,
  toEventId: string,
): Promise<void> {
  const source = await offerOf(work.db, fromEventId);
  if (!source) return;
  const fields: OfferInput = { ...asInput(source), opensAt: null, closesAt: null };
  const copied = await keepOffer(work, deps, { eventId: toEventId, fields });
  if (!copied.ok) throw new Error(`the registrations of ${fromEventId} could not be copied: ${copied.reason}`);
}
