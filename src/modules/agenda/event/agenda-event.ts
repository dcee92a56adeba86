import { z } from 'zod';
import { cleanHtml, longestRichText } from '#platform/rich-text/index.ts';
import { attendances, eventStates } from '../domain/event-states.ts';
import { eventTypes } from '../domain/event-types.ts';
import type { EventTime } from '../domain/event-time.ts';
import { perimeters } from '../domain/perimeters.ts';
import { readRule, writeRule } from '../domain/recurrence.ts';
import { webAddress } from '#platform/forms/web-address.ts';

const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Écrivez une heure, comme 18:30.')
  .nullable()
  .default(null);
const date = z.iso.date('Écrivez une date.');

/** One more date of an event without a rule, or beside it. */
export const furtherDate = z.object({
  on: date,
  /** Null: the hours of the first date. */
  from: timeOfDay,
  to: timeOfDay,
});

/** What is written of an event. Dates and times are ISO texts, local to its zone; what is left out takes its default. */
export const eventFields = z
  .object({
    title: z.string().trim().min(1, 'Donnez un titre.').max(200, 'Le titre tient en 200 caractères.'),
    brief: z.string().trim().max(280, 'Le résumé tient en 280 caractères.').default(''),
    body: z.string().max(longestRichText, 'Ce texte est trop long.').transform(cleanHtml).default(''),
    type: z.enum(eventTypes, 'Choisissez un type.').default('meeting'),
    state: z.enum(eventStates).default('confirmed'),
    stateNote: z.string().trim().max(280, 'Cette précision tient en 280 caractères.').default(''),
    isOwn: z.boolean().default(false),
    perimeter: z.enum(perimeters).default('declared'),
    organizers: z
      .array(
        z.object({
          organizationId: z.uuid().nullable().default(null),
          name: z.string().trim().max(160, 'Ce nom tient en 160 caractères.').default(''),
        }),
      )
      .max(12, 'Douze organisateurs au plus.')
      .default([])
      .transform((list) => list.filter(({ organizationId, name }) => organizationId !== null || name !== '')),

    /** IANA name; null is the zone of the hub. */
    zone: z.string().max(60).nullable().default(null),
    startsOn: date,
    /** Null: whole days. */
    startsAt: timeOfDay,
    /** Null: the same day, or the night after when it ends before it began. */
    endsOn: date.nullable().default(null),
    endsAt: timeOfDay,
    rule: z
      .string()
      .max(500)
      .nullable()
      .default(null)
      .transform((text, check) => {
        if (text === null || text.trim() === '') return null;
        const rule = readRule(text);
        if (!rule) check.addIssue('Cette répétition n’est pas comprise.');
        return rule && writeRule(rule);
      }),
    alsoOn: z.array(furtherDate).max(100, 'Cent dates au plus.').default([]),
    /** Starts that the rule gives but that are not dates of the event, local; left out, what was kept stays. */
    exceptOn: z
      .array(z.iso.datetime({ local: true }))
      .max(750)
      .optional(),

    attendance: z.enum(attendances).default('onsite'),
    onlineLink: webAddress.default(''),
    isLinkPublic: z.boolean().default(false),
    venueId: z.uuid().nullable().default(null),
    placeNote: z.string().trim().max(280, 'Cette précision tient en 280 caractères.').default(''),

    isFree: z.boolean().default(false),
    conditions: z.string().trim().max(255, 'Le tarif tient en 255 caractères.').default(''),
    registrationUrl: webAddress.default(''),
    audiences: z
      .array(z.string().regex(/^[a-z0-9-]{1,60}$/))
      .max(40)
      .default([]),
    themes: z.array(z.uuid()).max(40).default([]),
    imageId: z.uuid().nullable().default(null),
    imageAlternative: z.string().trim().max(300, 'La description tient en 300 caractères.').default(''),
    imageCredit: z.string().trim().max(120, 'Le crédit tient en 120 caractères.').default(''),
    files: z.array(z.uuid()).max(12, 'Douze documents au plus.').default([]),
    contactName: z.string().trim().max(120, 'Ce nom tient en 120 caractères.').default(''),
    contactPhone: z.string().trim().max(40, 'Ce numéro est trop long.').default(''),
    /** Never shown; messages are relayed to it. */
    contactEmail: z.union([z.literal(''), z.email('Cette adresse n’est pas valable.').max(254)]).default(''),
  })
  .superRefine((fields, check) => {
    const { startsOn, endsOn, startsAt, endsAt } = fields;
    if (endsOn !== null && endsOn < startsOn)
      check.addIssue({ code: 'custom', path: ['endsOn'], message: 'La fin vient après le début.' });
    if (endsOn !== null && endsOn === startsOn && startsAt !== null && endsAt !== null && endsAt <= startsAt)
      check.addIssue({ code: 'custom', path: ['endsAt'], message: 'La fin vient après le début.' });
    if (startsAt === null && endsAt !== null)
      check.addIssue({ code: 'custom', path: ['startsAt'], message: 'Dites aussi à quelle heure cela commence.' });
    if (fields.zone !== null && !isZone(fields.zone))
      check.addIssue({ code: 'custom', path: ['zone'], message: 'Ce fuseau horaire n’est pas connu.' });
    if (fields.attendance === 'online' && fields.venueId !== null)
      check.addIssue({ code: 'custom', path: ['venueId'], message: 'Un rendez-vous en ligne n’a pas de lieu.' });
  });

export type EventFields = z.output<typeof eventFields>;
/** Fields as an editor or another module may give them. */
export type EventInput = z.input<typeof eventFields>;

/** When the fields put the event. */
export function timeOf(fields: EventFields, hubZone: string): EventTime {
  const { startsOn, startsAt, endsOn, endsAt, rule } = fields;
  const period = periodOf(startsOn, startsAt, endsOn, endsAt);
  return {
    zone: fields.zone ?? hubZone,
    isAllDay: startsAt === null,
    ...period,
    rule,
    exceptOn: fields.exceptOn ?? [],
    alsoOn: fields.alsoOn.map(({ on, from, to }) => {
      const start = from ?? startsAt;
      const end = from === null && to === null ? endsAt : to;
      return periodOf(on, start, startsAt === null ? lastOf(on, startsOn, endsOn) : null, end);
    }),
  };
}

function periodOf(startsOn: string, startsAt: string | null, endsOn: string | null, endsAt: string | null) {
  const first = Temporal.PlainDate.from(startsOn);
  if (startsAt === null)
    return {
      starts: first.toPlainDateTime(),
      ends: endsOn === null ? null : Temporal.PlainDate.from(endsOn).toPlainDateTime(),
    };
  const starts = first.toPlainDateTime(startsAt);
  if (endsAt === null)
    return {
      starts,
      ends: endsOn === null || endsOn === startsOn ? null : Temporal.PlainDate.from(endsOn).toPlainDateTime('23:59'),
    };
  const sameDay = first.toPlainDateTime(endsAt);
  if (endsOn !== null) return { starts, ends: Temporal.PlainDate.from(endsOn).toPlainDateTime(endsAt) };
  return { starts, ends: Temporal.PlainDateTime.compare(sameDay, starts) > 0 ? sameDay : sameDay.add({ days: 1 }) };
}

function lastOf(on: string, startsOn: string, endsOn: string | null): string | null {
  if (endsOn === null) return null;
  const days = Temporal.PlainDate.from(startsOn).until(endsOn).days;
  return Temporal.PlainDate.from(on).add({ days }).toString();
}

function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return !/^[+-]/.test(zone);
  } catch {
    return false;
  }
}
