import { z } from 'zod';
import { courseFormats, financings } from './course.ts';

const words = (most: number, what: string) =>
  z.string().trim().max(most, `${what} : ${most} caractères au plus.`).default('');

/** What is written of a course. What is left out takes its default. */
export const courseFields = z
  .object({
    title: z.string().trim().min(1, 'Donnez un titre.').max(160, 'Le titre tient en 160 caractères.'),
    brief: words(280, 'Le résumé'),
    isOwn: z.boolean().default(true),
    providerId: z.uuid().nullable().default(null),
    providerName: words(160, 'Le nom de l’organisme'),
    providerUrl: z
      .string()
      .trim()
      .max(1000, 'Cette adresse est trop longue.')
      .transform((text) => (text && !/^[a-z][a-z0-9+.-]*:/i.test(text) ? `https://${text}` : text))
      .refine(
        (text) => text === '' || /^https?:\/\/[^\s/]+\.[^\s]+$/.test(text),
        'Cette adresse ne semble pas être celle d’un site.',
      )
      .default(''),
    objectives: words(4000, 'Les objectifs'),
    prerequisites: words(1000, 'Les prérequis'),
    public: words(1000, 'Le public'),
    programme: words(12_000, 'Le programme'),
    method: words(2000, 'La méthode'),
    means: words(2000, 'Les moyens'),
    assessment: words(2000, 'L’évaluation'),
    accessibility: words(1000, 'L’accessibilité'),
    accessibilityContact: words(200, 'Le contact handicap'),
    minutes: z
      .int('Indiquez une durée en heures.')
      .min(30, 'Une demi-heure au moins.')
      .max(60_000, 'Mille heures au plus.')
      .default(420),
    format: z.enum(courseFormats).default('onsite'),
    isForSchools: z.boolean().default(false),
    prices: z
      .array(
        z.object({
          label: z.string().trim().max(80, 'Ce nom tient en 80 caractères.'),
          cents: z.int('Écrivez un prix, comme 120 ou 45,50.').min(0, 'Un prix ne peut être négatif.').max(10_000_000),
        }),
      )
      .max(8, 'Huit tarifs au plus.')
      .default([])
      .transform((list) => list.filter(({ label }) => label !== '')),
    priceNote: words(500, 'La note sur le prix'),
    financing: z.array(z.enum(financings)).max(financings.length).default([]),
    audiences: z
      .array(z.string().regex(/^[a-z0-9-]{1,60}$/))
      .max(40)
      .default([]),
    themes: z.array(z.uuid()).max(40).default([]),
  })
  .superRefine((fields, check) => {
    if (!fields.isOwn && fields.providerId === null && fields.providerName === '')
      check.addIssue({ code: 'custom', path: ['providerName'], message: 'Dites qui propose cette formation.' });
  });

export type CourseFields = z.output<typeof courseFields>;
export type CourseInput = z.input<typeof courseFields>;
