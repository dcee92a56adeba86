import { z } from 'zod';
import { webAddress as anyWebAddress } from '#platform/forms/web-address.ts';

const text = (most: number) => z.string().trim().max(most, `C’est trop long : ${most} caractères au plus.`).default('');
const isoDay = z.iso.date('Écrivez une date.').nullable().default(null);
const phone = text(40);
const webAddress = anyWebAddress.default('');

/** A success story: before, after, in the words of those who did it. */
export const storyContent = z.object({
  before: text(600),
  after: text(600),
  figures: z
    .array(z.object({ value: text(20), label: text(80) }))
    .max(4)
    .default([]),
  quote: text(400),
  quoteBy: text(120),
  place: text(120),
  /** The team's favourites come first. */
  isFavourite: z.boolean().default(false),
});

export const projectStages = ['idea', 'study', 'starting', 'running', 'paused', 'done'] as const;

/** A project of the territory and the one person to call about it. */
export const projectContent = z.object({
  stage: z.enum(projectStages).default('idea'),
  leader: text(160),
  place: text(120),
  needs: z.array(z.string().trim().min(1).max(160)).max(20).default([]),
  contactName: text(120),
  contactPhone: phone,
  contactEmail: z.union([z.literal(''), z.email('Cette adresse e-mail n’est pas complète.')]).default(''),
  /** Spotted by the watch of emerging projects: shown as such. */
  isEmerging: z.boolean().default(false),
});

/** An action of the hub in progress, with its partners and its calendar, so that others can join in time. */
export const actionContent = z.object({
  startsOn: isoDay,
  endsOn: isoDay,
  partners: z
    .array(z.object({ name: text(160), organizationId: z.uuid().nullable().default(null) }))
    .max(40)
    .default([]),
  milestones: z
    .array(z.object({ on: isoDay, label: text(160), isDone: z.boolean().default(false) }))
    .max(40)
    .default([]),
  contactName: text(120),
  contactPhone: phone,
  outcome: text(2000),
});

export const resourceFormats = ['guide', 'sheet', 'link', 'file', 'book', 'tool'] as const;
export const licences = ['', 'etalab-2.0', 'cc-by-4.0', 'cc-by-sa-4.0', 'cc0-1.0', 'all-rights'] as const;

/** A guide, a practical sheet, a link, a file, or something of the small physical library. */
export const resourceContent = z.object({
  format: z.enum(resourceFormats).default('sheet'),
  link: webAddress,
  fileId: z.uuid().nullable().default(null),
  publisher: text(160),
  publishedYear: z.int().min(1900).max(2100).nullable().default(null),
  /** Who keeps it right. */
  owner: text(120),
  licence: z.enum(licences).default(''),
  steps: z
    .array(
      z.object({
        title: text(160),
        text: text(4000),
        checklist: z.array(z.string().trim().min(1).max(240)).max(30).default([]),
      }),
    )
    .max(30)
    .default([]),
  /** For books and tools: where to come and take it. */
  shelf: text(160),
});

export const verdicts = ['works', 'mixed', 'fails'] as const;

/** What was tried, and what others may learn from it. */
export const experienceContent = z.object({
  verdict: z.enum(verdicts).default('works'),
  context: text(1000),
  tried: text(2000),
  learned: text(2000),
  resourceId: z.uuid().nullable().default(null),
});

export const watchTopics = ['legal', 'sector', 'funding', 'study'] as const;

/** A short dated item of the watch, with its source. `happenedOn` is its day. */
export const watchContent = z.object({
  topic: z.enum(watchTopics).default('sector'),
  sourceName: text(160),
  link: webAddress,
});
