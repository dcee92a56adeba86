import { z } from 'zod';
import { mostCharged } from '#modules/payments/index.ts';
import { scaleKinds } from '../domain/dues.ts';
import { periodKinds } from '../domain/period.ts';
import { questionKinds } from '../domain/questions.ts';
import { whos } from '../domain/who.ts';

const line = (most: number) => z.string().trim().max(most, `C’est trop long : ${most} caractères au plus.`).default('');
const amount = z
  .int('Écrivez une somme, comme 12,50.')
  .min(0, 'Écrivez une somme, comme 12,50.')
  .max(mostCharged, 'Cette somme est trop grande.');

const scale = z.object({
  /** Null for a new one. */
  id: z.uuid().nullable().default(null),
  label: z.string().trim().min(1, 'Nommez ce tarif.').max(120, 'Ce nom tient en 120 caractères.'),
  hint: line(300),
  who: z.enum(whos, 'Dites pour qui.'),
  kind: z.enum(scaleKinds, 'Dites comment le prix se calcule.'),
  collegeId: z.uuid().nullable().default(null),
  amount: amount.default(0),
  suggested: amount.default(0),
  brackets: z
    .array(z.object({ upTo: z.int().min(0).max(2_000_000_000).nullable(), amount }))
    .max(20, 'Vingt tranches au plus.')
    .default([]),
});

const question = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  label: z.string().trim().min(1, 'Écrivez la question.').max(200, 'La question tient en 200 caractères.'),
  kind: z.enum(questionKinds),
  choices: z.array(z.string().trim().min(1).max(120)).max(30).default([]),
  isRequired: z.boolean().default(false),
  who: z.array(z.enum(whos)).default([]),
});

/** All that a campaign says. */
export const campaignFields = z
  .object({
    name: z.string().trim().min(1, 'Donnez un nom à la campagne.').max(120, 'Ce nom tient en 120 caractères.'),
    periodKind: z.enum(periodKinds).default('fixed'),
    startsOn: z.iso.date('Écrivez une date.').nullable().default(null),
    endsOn: z.iso.date('Écrivez une date.').nullable().default(null),
    rollingMonths: z
      .int('Écrivez un nombre de mois.')
      .min(1, 'Un mois au moins.')
      .max(60, 'Soixante mois au plus.')
      .default(12),
    opensOn: z.iso.date('Écrivez une date.'),
    closesOn: z.iso.date('Écrivez une date.').nullable().default(null),
    graceDays: z.int('Écrivez un nombre de jours.').min(0).max(730, 'Deux ans au plus.').default(90),
    needsBoard: z.boolean().default(false),
    presentation: line(4000),
    charter: line(20_000),
    questions: z.array(question).max(12, 'Douze questions au plus.').default([]),
    paymentWays: z
      .array(z.enum(['online', 'cheque', 'transfer', 'cash', 'on_site']))
      .min(1, 'Choisissez au moins un moyen de payer.')
      .default(['cheque', 'transfer', 'online', 'cash']),
    reminderDays: z.array(z.int().min(-365).max(730)).max(6, 'Six rappels au plus.').default([]),
    scales: z.array(scale).min(1, 'Il faut au moins un tarif.').max(30, 'Trente tarifs au plus.'),
  })
  .check((ctx) => {
    const { periodKind, startsOn, endsOn, opensOn, closesOn, scales, questions } = ctx.value;
    const wrong = (path: (string | number)[], message: string) =>
      ctx.issues.push({ code: 'custom', path, message, input: ctx.value });
    if (periodKind === 'fixed' && startsOn === null) wrong(['startsOn'], 'Écrivez le premier jour.');
    if (periodKind === 'fixed' && endsOn === null) wrong(['endsOn'], 'Écrivez le dernier jour.');
    if (startsOn && endsOn && endsOn < startsOn) wrong(['endsOn'], 'Le dernier jour vient après le premier.');
    if (closesOn && closesOn < opensOn) wrong(['closesOn'], 'La fermeture vient après l’ouverture.');
    for (const [index, { kind, brackets }] of scales.entries())
      if ((kind === 'budget' || kind === 'staff') && brackets.length === 0)
        wrong(['scales', index, 'brackets'], 'Écrivez au moins une tranche.');
    for (const [index, { kind, choices }] of questions.entries())
      if (kind === 'choice' && choices.length < 2)
        wrong(['questions', index, 'choices'], 'Écrivez au moins deux réponses.');
  });
export type CampaignFields = z.output<typeof campaignFields>;
