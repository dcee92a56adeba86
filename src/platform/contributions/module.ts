import type { SQL } from 'drizzle-orm';
import type { z } from 'zod';
import type { Actor, Context, Role } from '../context/context.ts';
import type { Ports } from '../context/ports.ts';
import type { Reader, Transaction } from '../db/database.ts';
import type { RouteList } from '../http/exchange.ts';
import type { Job } from '../jobs/job.ts';
import type { ShownPicture } from '../pictures/picture.ts';
import type { VNode } from 'preact';

/** What a module brings to the application. No logic: each entry points to a file of the module. */
export interface Module {
  readonly name: string;
  readonly routes?: (routes: RouteList) => void;
  readonly jobs?: readonly Job<z.ZodType, Ports>[];
  readonly navigation?: readonly NavigationEntry[];
  readonly officeNavigation?: readonly OfficeEntry[];
  readonly searchKinds?: readonly SearchKind[];
  /** Public addresses for search engines, a few thousand in memory at a time: `#platform/db/page-by-page.ts` helps. */
  readonly siteMap?: (ctx: Context) => AsyncIterable<SiteMapEntry>;
  readonly todo?: (ctx: Context) => Promise<TodoEntry[]>;
  /** What somebody signed in has here, linked from her account. */
  readonly accountEntries?: (ctx: Context) => Promise<AccountEntry[]>;
  readonly homeBlocks?: (ctx: Context) => Promise<HomeBlock[]>;
  readonly cardSources?: readonly CardSource[];
  readonly photoUses?: (ctx: Context, imageIds: readonly string[]) => Promise<PhotoUse[]>;
  /** Which of these stored pictures and documents it shows or keeps: what nobody names may be cleaned away. */
  readonly filesInUse?: (ctx: Context, ids: readonly string[]) => Promise<string[]>;
  readonly keyFigures?: (ctx: Context) => Promise<KeyFigure[]>;
  readonly openData?: readonly OpenDataset[];
  readonly personalData?: PersonalData;
  /** What happened between the hub and a person or a structure, the latest first, a hundred lines at most. */
  readonly thread?: (ctx: Context, about: ThreadSubject) => Promise<ThreadEntry[]>;
  readonly segmentConditions?: readonly SegmentCondition[];
  readonly mailables?: readonly MailableSource[];
  readonly mailAnswers?: readonly MailAnswers[];
  /** What it does with data about people, as the register of processing says it (RGPD, article 30). */
  readonly processing?: readonly ProcessingActivity[];
}

/** An entry of the public menu. */
export interface NavigationEntry {
  label: string;
  path: string;
  /** Place in the menu, small first. */
  order: number;
  where: 'header' | 'footer';
  /** Path of the entry of the first level it stands under. */
  under?: string;
}

/** An entry of the back office menu. */
export interface OfficeEntry {
  label: string;
  path: string;
  order: number;
  roles: readonly Role[];
  icon: string;
  /** Needed now and then: folded at the end of the menu. */
  isRare?: boolean;
}

/** A kind of thing the search shows, and how it is called there. */
export interface SearchKind {
  kind: string;
  singular: string;
  plural: string;
}

export interface SiteMapEntry {
  path: string;
  changedAt: Temporal.Instant | null;
}

/** One thing that waits for the employee. */
export interface TodoEntry {
  group: 'waiting' | 'to-validate' | 'can-wait';
  title: string;
  detail: string;
  action: { label: string; path: string };
  /** Since when it waits. */
  since: Temporal.Instant | null;
  hue: string;
}

/** A page of one’s own, as the account leads to it. */
export interface AccountEntry {
  title: string;
  detail: string;
  action: { label: string; path: string };
}

/** A block of the home page. */
export interface HomeBlock {
  /** Stable name, by which a hub that arranges its home keeps, moves or hides the block: `directory.map`. */
  key: string;
  /** How the editor of the home calls it, in French. */
  label: string;
  /** Place on a home that nobody arranged, small first. */
  order: number;
  content: VNode;
}

/** Things of one kind that any page may show as cards, chosen one by one or the latest: news, structures, events… */
export interface CardSource {
  /** Stable name, kept in pages. */
  readonly kind: string;
  /** How the editor calls them, in the plural: « Actualités ». */
  readonly label: string;
  /** The whole list, for « Tout voir ». */
  readonly listPath: string;
  /** The latest that everyone may see. */
  readonly latest: (ctx: Context, wanted: LatestWanted) => Promise<ContentCard[]>;
  /** Those of these ids that everyone may see, in the order of the ids. */
  readonly chosen: (ctx: Context, ids: readonly string[]) => Promise<ContentCard[]>;
  /** For the editor: those whose title answers these words. */
  readonly find: (ctx: Context, words: string, limit: number) => Promise<{ id: string; label: string }[]>;
}

export interface LatestWanted {
  count: number;
  /** Only what speaks to this reader: the tag of a door (« association », « se-former »). */
  audience?: string | undefined;
  /** Only what belongs to this theme of the hub, by id. */
  theme?: string | undefined;
}

/** One thing as a card shows it, without its markup. */
export interface ContentCard {
  id: string;
  href: string;
  title: string;
  /** What it is and whose: « Actualité du pôle », « La Ressourcerie du Semnon ». */
  label?: string;
  /** True for the hub's own, which is always told apart from what others say. */
  isOwn?: boolean;
  facts?: string;
  text?: string;
  date?: Temporal.PlainDate;
  picture?: ShownPicture | null;
  /** Hue of its generated landscape when it has no picture, in degrees of OKLCH. */
  hue: number;
}

/** A page that shows one of these pictures, or a draft that will. */
export interface PhotoUse {
  readonly imageId: string;
  /** « Fiche de La Ressourcerie du Semnon ». */
  readonly label: string;
  /** Where the team changes it. */
  readonly href: string;
  /** False for a draft or a thing in the trash: nobody sees the picture there. */
  readonly isPublic: boolean;
}

/** A figure counted on the hub's own rows, written in French: « 184 », « structures dans l’annuaire ». */
export interface KeyFigure {
  /** Stable name, under which its history is kept: `directory.organizations`. */
  key: string;
  /** The number itself, without unit. */
  count: number;
  value: string;
  label: string;
  /** Where it comes from, when it is not counted here. */
  source?: string;
  href?: string;
}

/** A public table anyone may download. */
export interface OpenDataset {
  name: string;
  title: string;
  description: string;
  formats: readonly { label: string; path: string }[];
}

/** What a module holds about a person. */
export interface PersonalData {
  /** All of it, in French labels, for the person to read and take away. */
  readonly export: (ctx: Context, personId: string) => Promise<PersonalDataSection[]>;
  /** Removes or makes anonymous what is held; returns in French what must be kept, and why. */
  readonly erase: (tx: Transaction, personId: string) => Promise<string[]>;
}

export interface PersonalDataSection {
  title: string;
  entries: { label: string; value: string; since?: Temporal.Instant; source?: string }[];
}

/** Whose thread is read. */
export type ThreadSubject = { readonly personId: string } | { readonly organizationId: string };

/** One line of a thread. */
export interface ThreadEntry {
  at: Temporal.Instant;
  /** « Inscription », « Mail reçu », « Adhésion ». */
  kind: string;
  title: string;
  detail?: string;
  /** Where the team reads more. */
  href?: string;
  /** True for what the hub did on its own (a note, a letter): she was not heard of. */
  isInternal?: boolean;
}

/** One line of the register of processing, in French. */
export interface ProcessingActivity {
  name: string;
  purpose: string;
  /** « Consentement », « Intérêt légitime », « Contrat », « Obligation légale », « Mission d’intérêt public ». */
  legalBasis: string;
  /** Whose: « Les personnes inscrites ». */
  people: string;
  /** Which data. */
  kept: string;
  /** Who receives it, besides the team. */
  recipients: string;
  retention: string;
}

/** Something that is true of some people, said in plain words, from which a segment is built. */
export interface SegmentCondition {
  /** Stable name kept in segments: `membership.current`. */
  readonly key: string;
  /** Under which heading it is offered: « Adhésion ». */
  readonly group: string;
  /** « est à jour de cotisation », and its contrary « n’est pas à jour de cotisation ». */
  readonly label: string;
  readonly contrary: string;
  /** What must be chosen or typed beside it, if anything. */
  readonly value?: SegmentValue;
  /** A select of one column, `person_id`: the people of whom it is true. Runs within the hub. */
  readonly people: (value: string, moment: { today: Temporal.PlainDate; zone: string }) => SQL;
}

/** What reading a segment needs. */
export type SegmentReading = Pick<Context, 'clock' | 'zone'> & { readonly db: Reader };

export type SegmentValue =
  | { kind: 'choice'; label: string; choices: (ctx: SegmentReading) => Promise<{ value: string; label: string }[]> }
  | { kind: 'number' | 'day'; label: string };

/** What readers may ask to hear of. */
export const mailSubjects = ['life', 'events', 'trainings', 'jobs', 'calls', 'exchanges', 'resources'] as const;
export type MailSubject = (typeof mailSubjects)[number];

/** Things of one kind that a mail may carry: news, events, courses, calls. */
export interface MailableSource {
  /** Stable name, part of what is kept of a mailing: `news`. */
  readonly kind: string;
  /** « Actualités ». */
  readonly label: string;
  /** Those made public after one moment and until another, the oldest first. */
  readonly publishedBetween: (
    ctx: Context,
    span: { after: Temporal.Instant; until: Temporal.Instant; limit: number },
  ) => Promise<MailableItem[]>;
  /** Those of these ids that everyone may see, in the order of the ids. */
  readonly chosen: (ctx: Context, ids: readonly string[]) => Promise<MailableItem[]>;
}

/** What people did about a thing that a mailing told them of: registered, asked to hear of it, asked for advice. */
export interface MailAnswers {
  /** « inscription », « inscriptions ». */
  readonly label: readonly [one: string, several: string];
  /**
   * One row an act and thing it answers: `id` of the act, which counts once however often it is told, `kind` and
   * `item_id` of the thing, or `path` of its page where that is what is known (the other is null), then `person_id`,
   * `email`, `name` and `at`. Runs within the hub.
   */
  readonly acts: () => SQL;
}

/** One information as a mail says it. */
export interface MailableItem {
  kind: string;
  id: string;
  subject: MailSubject;
  title: string;
  /** Path of its page. */
  href: string;
  /** Two or three sentences, without markup. */
  text: string;
  /** « Quand », « Où », « Prix ». */
  facts: readonly (readonly [label: string, value: string])[];
  /** True for the hub's own, always told apart from what others say. */
  isOwn: boolean;
  /** Whose it is, when it is not the hub's. */
  by?: string;
  picture: ShownPicture | null;
  publishedAt: Temporal.Instant;
  /** When it is too late to speak of it: an event that began, a call closed. */
  expiresAt: Temporal.Instant | null;
  /** Ids of themes of the hub, and tags of doors (« association », « se-former »). */
  themes: readonly string[];
  audiences: readonly string[];
  /** The towns where it happens, as people write them. */
  places?: readonly string[];
}

/** Who sees an office entry. */
export function isOpenTo(entry: OfficeEntry, actor: Actor | null): boolean {
  return actor !== null && entry.roles.some((role) => actor.roles.has(role));
}
