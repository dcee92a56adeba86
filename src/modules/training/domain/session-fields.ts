import { z } from 'zod';
import { courseFormats } from './course.ts';
import { overlapping } from './half-day.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Écrivez une heure, comme 09:00.');
const date = z.iso.date('Écrivez une date.').transform((text) => Temporal.PlainDate.from(text));

/** One half-day as it is typed. */
export const halfDayFields = z
  .object({
    /** Null for a new one. */
    id: z.uuid().nullable().default(null),
    heldOn: date,
    startsAt: time,
    endsAt: time,
    place: z.string().trim().max(160, 'Ce lieu tient en 160 caractères.').default(''),
    topic: z.string().trim().max(200, 'Ce sujet tient en 200 caractères.').default(''),
    trainers: z.array(z.uuid()).max(6, 'Six personnes au plus.').default([]),
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, {
    path: ['endsAt'],
    message: 'La fin vient après le début.',
  });

/** What is written of a session. */
export const sessionFields = z
  .object({
    attendance: z.enum(courseFormats).default('onsite'),
    venueId: z.uuid().nullable().default(null),
    placeNote: z.string().trim().max(280, 'Cette précision tient en 280 caractères.').default(''),
    onlineLink: z
      .string()
      .trim()
      .max(1000, 'Cette adresse est trop longue.')
      .refine(
        (text) => text === '' || /^https?:\/\/[^\s/]+/.test(text),
        'Écrivez une adresse qui commence par https://.',
      )
      .default(''),
    minTrainees: z.int('Écrivez un nombre.').min(0).max(500, '500 au plus.').default(1),
    maxTrainees: z.int('Écrivez un nombre.').min(1, 'Une place au moins.').max(500, '500 au plus.').default(12),
    decideOn: date.nullable().default(null),
    funder: z.string().trim().max(160, 'Ce nom tient en 160 caractères.').default(''),
    partners: z
      .array(
        z.object({
          organizationId: z.uuid().nullable().default(null),
          name: z.string().trim().max(160, 'Ce nom tient en 160 caractères.').default(''),
        }),
      )
      .max(8, 'Huit partenaires au plus.')
      .default([])
      .transform((list) => list.filter(({ organizationId, name }) => organizationId !== null || name !== '')),
    isPrivate: z.boolean().default(false),
    note: z.string().trim().max(2000, 'Cette note tient en 2 000 caractères.').default(''),
    halfDays: z.array(halfDayFields).min(1, 'Ajoutez au moins une demi-journée.').max(80, '80 demi-journées au plus.'),
  })
  .superRefine((fields, check) => {
    if (fields.minTrainees > fields.maxTrainees)
      check.addIssue({ code: 'custom', path: ['minTrainees'], message: 'Le minimum dépasse le maximum.' });
    const clash = overlapping(fields.halfDays);
    if (clash)
      check.addIssue({
        code: 'custom',
        path: ['halfDays'],
        message: `Deux demi-journées se chevauchent, le ${clash[1].heldOn.day}/${clash[1].heldOn.month} à ${clash[1].startsAt}.`,
      });
    const first = fields.halfDays.map(({ heldOn }) => heldOn).sort(Temporal.PlainDate.compare)[0];
    if (first && fields.decideOn && Temporal.PlainDate.compare(fields.decideOn, first) > 0)
      check.addIssue({ code: 'custom', path: ['decideOn'], message: 'On décide avant le premier jour.' });
  });

export type SessionFields = z.output<typeof sessionFields>;
export type SessionInput = z.input<typeof sessionFields>;
