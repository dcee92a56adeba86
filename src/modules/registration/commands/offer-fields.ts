import { z } from 'zod';
import { freeKinds, readyQuestions } from '../domain/questions.ts';
import { waitingRules } from '../domain/waiting-list.ts';

const aNumber = 'Écrivez un nombre entier.';
const key = z.string().regex(/^[a-z0-9-]{1,40}$/);
const label = (what: string) => z.string().trim().min(1, `Nommez ${what}.`).max(80, 'Ce nom tient en 80 caractères.');
const instantText = z
  .string()
  .nullable()
  .default(null)
  .transform((text, check) => {
    try {
      return text === null ? null : Temporal.Instant.from(text);
    } catch {
      check.addIssue('Écrivez une date et une heure.');
      return z.NEVER;
    }
  });
const hours = z.int(aNumber).min(0).max(2160, 'Trois mois au plus.');

const free = z
  .object({
    kind: z.enum(freeKinds),
    key,
    label: z.string().trim().min(1, 'Écrivez la question.').max(200, 'La question tient en 200 caractères.'),
    hint: z.string().trim().max(200, 'Cette aide tient en 200 caractères.').default(''),
    choices: z
      .array(z.string().trim().min(1).max(120, 'Une réponse proposée tient en 120 caractères.'))
      .max(30, 'Trente réponses au plus.')
      .default([])
      .transform((list) => [...new Set(list)]),
    isRequired: z.boolean().default(false),
  })
  .refine(({ kind, choices }) => (kind !== 'choice' && kind !== 'several') || choices.length >= 2, {
    path: ['choices'],
    message: 'Écrivez au moins deux réponses, une par ligne.',
  });

const hourTyped = z
  .string()
  .regex(/^$|^([01]\d|2[0-3]):[0-5]\d$/, 'Écrivez une heure, comme 14:30.')
  .default('');

const seatKind = z
  .object({
    key,
    label: label('cette part des places'),
    capacity: z.int(aNumber).min(0).max(100_000).nullable().default(null),
    isWorkshop: z.boolean().default(false),
    from: hourTyped,
    to: hourTyped,
  })
  .superRefine(({ isWorkshop, from, to }, check) => {
    const say = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message });
    if (from !== '' && !isWorkshop) say('from', 'Une heure se dit d’un atelier : cochez-le, ou videz-la.');
    else if ((from === '') !== (to === '')) say(from === '' ? 'from' : 'to', 'Dites les deux heures, ou aucune.');
    else if (from !== '' && to <= from) say('to', 'La fin vient après le début.');
  });

const price = z.object({
  key,
  label: label('ce tarif'),
  cents: z.int('Écrivez une somme, comme 12,50.').min(0).max(10_000_000, 'Ce tarif est trop élevé.'),
  isMember: z.boolean().default(false),
});

const promo = z
  .object({
    code: z.string().trim().min(2, 'Deux lettres au moins.').max(40, 'Un code tient en 40 caractères.'),
    label: z.string().trim().max(80, 'Ce nom tient en 80 caractères.').default(''),
    percent: z.int(aNumber).min(1).max(100, 'Cent pour cent au plus.').nullable().default(null),
    cents: z.int(aNumber).min(1).max(10_000_000).nullable().default(null),
  })
  .refine(({ percent, cents }) => (percent === null) !== (cents === null), {
    path: ['percent'],
    message: 'Écrivez une réduction : un pourcentage, ou une somme.',
  });

/** Whether no two share a name that answers, seats or prices are kept under. */
const allDifferent = (names: readonly string[]): boolean => new Set(names).size === names.length;

/** How one registers to an event; what is left out takes its default. Instants are ISO texts. */
export const offerFields = z
  .object({
    isOpen: z.boolean().default(false),
    scope: z.enum(['each', 'whole']).default('each'),
    opensAt: instantText,
    closesAt: instantText,
    closesHours: hours.default(0),
    capacity: z.int(aNumber).min(0).max(100_000, 'Cent mille places au plus.').nullable().default(null),
    fewest: z.int(aNumber).min(1).max(100_000).nullable().default(null),
    seatKinds: z
      .array(seatKind)
      .max(24, 'Vingt-quatre parts au plus.')
      .default([])
      .refine((list) => allDifferent(list.map(({ key: name }) => name)), 'Deux parts portent le même nom.'),
    questions: z
      .array(z.union([z.object({ kind: z.enum(readyQuestions), isRequired: z.boolean() }), free]))
      .max(30, 'Trente questions au plus.')
      .default([])
      .refine(
        (list) => allDifferent(list.map((one) => ('key' in one ? one.key : one.kind))),
        'Deux questions portent le même nom.',
      ),
    prices: z
      .array(price)
      .max(12, 'Douze tarifs au plus.')
      .default([])
      .refine((list) => allDifferent(list.map(({ key: name }) => name)), 'Deux tarifs portent le même nom.'),
    promoCodes: z
      .array(promo)
      .max(12, 'Douze codes au plus.')
      .default([])
      .refine(
        (list) => allDifferent(list.map(({ code }) => code.toLocaleUpperCase('fr'))),
        'Deux codes sont les mêmes.',
      ),
    paymentWays: z.array(z.enum(['online', 'cheque', 'transfer', 'cash', 'on_site'])).default([]),
    holdMinutes: z.int(aNumber).min(5).max(10_080).default(30),
    mostPeople: z.int(aNumber).min(1).max(50, 'Cinquante personnes au plus.').default(6),
    hasWaitingList: z.boolean().default(true),
    waitingRule: z.enum(waitingRules).default('arrival'),
    keepsGroups: z.boolean().default(true),
    offerHours: z.int(aNumber).min(1).max(720, 'Trente jours au plus.').default(48),
    cancelHours: hours.default(0),
    reminderHours: z.array(z.int(aNumber).min(1).max(720)).max(4, 'Quatre rappels au plus.').default([48]),
    conditions: z.string().trim().max(600, 'Les conditions tiennent en 600 caractères.').default(''),
    confirmationNote: z.string().trim().max(2000, 'Ce mot tient en 2 000 caractères.').default(''),
  })
  .superRefine((fields, check) => {
    const { opensAt, closesAt } = fields;
    if (opensAt && closesAt && Temporal.Instant.compare(closesAt, opensAt) <= 0)
      check.addIssue({ code: 'custom', path: ['closesAt'], message: 'La fermeture vient après l’ouverture.' });
    if (fields.prices.some(({ cents }) => cents > 0) && fields.paymentWays.length === 0)
      check.addIssue({ code: 'custom', path: ['paymentWays'], message: 'Dites comment on paie.' });
  });

export type OfferFields = z.output<typeof offerFields>;
export type OfferInput = z.input<typeof offerFields>;
