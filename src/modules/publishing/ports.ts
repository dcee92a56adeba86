import type { CardSource, ContentCard, HomeBlock, KeyFigure, NavigationEntry } from '#platform/contributions/module.ts';
import type { Context } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import type { KeptReads } from '#platform/kept-reads/kept-reads.ts';
import type { Territory } from '#ui/relief/landscapes.ts';
import type { VNode } from 'preact';

/** A structure of the directory, as other modules name it. */
export interface NamedOrganization {
  id: string;
  name: string;
  path: string;
}

/** Families of legal forms of which the page « what is it » shows local examples. */
export type LocalForm =
  | 'association'
  | 'scop'
  | 'scic'
  | 'cooperative'
  | 'mutual'
  | 'foundation'
  | 'social_enterprise'
  | 'insertion';

/** A structure that accompanies others. */
export interface SupportingOrganization extends NamedOrganization {
  city: string;
  mission: string;
  supports: readonly string[];
  isMember: boolean;
}

/** The person of the hub who answers a reader. */
export interface NamedContact {
  name: string;
  role: string;
  phone: string;
  imageId: string | null;
}

/** What publishing needs from the application, which knows every module. */
export interface PublishingDependencies {
  readonly hubLook: (hubId: string) => Promise<{ land: Territory; name: string }>;
  /** Public address of a hub's site, without a final slash: written in mails and feeds. */
  readonly originOf: (hubId: string) => Promise<string>;
  readonly ports: Pick<Ports, 'files' | 'images' | 'outbound'>;
  readonly kept: KeptReads;
  /** Where a request comes from, as the application establishes it; never to be kept. */
  readonly clientIp: (exchange: Exchange) => string;
  /** Blocks that modules bring to the home page, in their usual order. */
  readonly homeBlocks: (ctx: Context) => Promise<readonly HomeBlock[]>;
  /** Counts that modules make of their own rows. */
  readonly keyFigures: (ctx: Context) => Promise<readonly KeyFigure[]>;
  /** Which of these stored pictures and documents some module shows or keeps. */
  readonly filesInUse: (ctx: Context, ids: readonly string[]) => Promise<readonly string[]>;
  /** Entries that modules bring to the menu, those that lead somewhere. */
  readonly commonMenu: () => readonly NavigationEntry[];
  readonly cardSources: () => readonly CardSource[];
  /** Whether some module answers at this path: a door to nowhere is not drawn. */
  readonly isServed: (path: string) => boolean;
  readonly organizations: {
    /** Published structures only. */
    named: (ctx: Context, ids: readonly string[]) => Promise<ReadonlyMap<string, NamedOrganization>>;
    find: (ctx: Context, words: string, limit: number) => Promise<readonly NamedOrganization[]>;
    /** Those that bear exactly one of these names, by the name given. */
    byNames: (ctx: Context, names: readonly string[]) => Promise<ReadonlyMap<string, NamedOrganization>>;
    /** The newest of these legal forms, as cards. */
    ofForms: (ctx: Context, legalForms: readonly LocalForm[], count: number) => Promise<readonly ContentCard[]>;
    /** Everyone who accompanies projects, by name. */
    supporting: (ctx: Context) => Promise<readonly SupportingOrganization[]>;
  };
  /** The hub's own fields of activity, parents before children. */
  readonly themes: (ctx: Context) => Promise<readonly { id: string; label: string; depth: number }[]>;
  /** Whom to call for this reader (a profile of the hub), when the hub named someone. */
  readonly contactFor: (ctx: Context, profile: string | null) => Promise<NamedContact | null>;
  /** A drawing of the directory's map, narrowed to a theme; null while the directory is empty. */
  readonly mapExtract: (ctx: Context, theme: string | null) => Promise<VNode | null>;
}
