import type { z } from 'zod';
import type { Actor, Context, Role } from '../context/context.ts';
import type { Ports } from '../context/ports.ts';
import type { Transaction } from '../db/database.ts';
import type { RouteList } from '../http/exchange.ts';
import type { Job } from '../jobs/job.ts';
import type { VNode } from 'preact';

/** What a module brings to the application. No logic: each entry points to a file of the module. */
export interface Module {
  readonly name: string;
  readonly routes?: (routes: RouteList) => void;
  readonly jobs?: readonly Job<z.ZodType, Ports>[];
  readonly navigation?: readonly NavigationEntry[];
  readonly officeNavigation?: readonly OfficeEntry[];
  readonly searchKinds?: readonly SearchKind[];
  readonly siteMap?: (ctx: Context) => Promise<SiteMapEntry[]>;
  readonly todo?: (ctx: Context) => Promise<TodoEntry[]>;
  readonly homeBlocks?: (ctx: Context) => Promise<HomeBlock[]>;
  readonly keyFigures?: (ctx: Context) => Promise<KeyFigure[]>;
  readonly openData?: readonly OpenDataset[];
  readonly personalData?: PersonalData;
}

/** An entry of the public menu. */
export interface NavigationEntry {
  label: string;
  path: string;
  /** Place in the menu, small first. */
  order: number;
  where: 'header' | 'footer';
}

/** An entry of the back office menu. */
export interface OfficeEntry {
  label: string;
  path: string;
  order: number;
  roles: readonly Role[];
  icon: string;
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

/** A block of the home page. */
export interface HomeBlock {
  order: number;
  content: VNode;
}

/** A figure counted on the hub's own rows, written in French: « 184 », « structures dans l’annuaire ». */
export interface KeyFigure {
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

/** Who sees an office entry. */
export function isOpenTo(entry: OfficeEntry, actor: Actor | null): boolean {
  return actor !== null && entry.roles.some((role) => actor.roles.has(role));
}
