import { z } from 'zod';
import { associationSlug, isAssociationSlug } from '../domain/association-slug.ts';
import { bareIban, isIban } from '../domain/iban.ts';
import { vatRules } from '../domain/vat-rules.ts';

const line = (most: number) => z.string().trim().max(most, `C’est trop long : ${most} caractères au plus.`).default('');

/** The account of the hub at HelloAsso; an empty secret leaves the one that is kept. */
export const accountFields = z.object({
  helloassoSlug: z
    .string()
    .max(300)
    .transform(associationSlug)
    .refine((slug) => slug === '' || isAssociationSlug(slug), {
      error: 'Copiez l’adresse de la page de votre association sur HelloAsso.',
    }),
  helloassoClientId: line(100),
  clientSecret: line(200),
  signatureKey: line(200),
});

/** Other ways to pay, and what invoices say. */
export const wayFields = z.object({
  accountHolder: line(140),
  iban: z
    .string()
    .max(60)
    .transform(bareIban)
    .refine((iban) => iban === '' || isIban(iban), {
      error: 'Cet IBAN n’est pas juste : vérifiez-le sur le relevé d’identité bancaire.',
    })
    .default(''),
  bic: z
    .string()
    .transform((bic) => bic.replaceAll(/\s/g, '').toUpperCase())
    .refine((bic) => /^([A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?)?$/.test(bic), {
      error: 'Un BIC a huit ou onze signes, comme AGRIFRPP836.',
    })
    .default(''),
  chequeOrder: line(140),
  chequeAddress: line(400),
  takesOnSite: z.boolean().default(true),
});

export const invoiceFields = z.object({
  sellerName: line(200),
  sellerAddress: line(400),
  siren: z
    .string()
    .transform((siren) => siren.replaceAll(/\s/g, ''))
    .refine((siren) => /^(\d{9}(\d{5})?)?$/.test(siren), {
      error: 'Un SIREN a neuf chiffres, un SIRET quatorze.',
    })
    .default(''),
  trainingNumber: line(40),
  vatRule: z.enum(vatRules).default('franchise'),
  vatWords: line(300),
  paymentDays: z.coerce
    .number('Écrivez un nombre de jours.')
    .int('Écrivez un nombre de jours.')
    .min(0, 'Entre 0 et 60 jours.')
    .max(60, 'Entre 0 et 60 jours : c’est le plus long que la loi permet.')
    .default(30),
  invoiceWords: line(600),
});
