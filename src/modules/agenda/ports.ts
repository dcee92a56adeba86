import type { MapTiles } from '#platform/config/fields.ts';
import type { Context, CommandContext } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import type { KeptReads } from '#platform/kept-reads/kept-reads.ts';
import type { SignedIds } from '#platform/secrets/signed-ids.ts';
import type { Territory } from '#ui/relief/landscapes.ts';
import type { VNode } from 'preact';

/** A structure of the directory, as the agenda names it. */
export interface NamedOrganization {
  id: string;
  name: string;
  path: string;
}

/** How many may still come to a date, as lists and pages say it. */
export interface Seats {
  /** Null: as many as will. */
  capacity: number | null;
  left: number | null;
  isOpen: boolean;
  hasWaitingList: boolean;
  href: string;
}

/** What the editor of an event asks about registrations: the rest has a page of its own. */
export interface QuickRegistration {
  isOpen: boolean;
  /** Null: as many as will. */
  capacity: number | null;
}

/** What registrations bring to the agenda, which does not know them. */
export interface RegistrationSeam {
  /** By date; dates without registration are left out. */
  seats: (ctx: Context, occurrenceIds: readonly string[]) => Promise<ReadonlyMap<string, Seats>>;
  /** What stands in the coloured panel of an event's page, and its seats; null when one comes as one is. */
  panel: (
    exchange: Exchange,
    event: { eventId: string; occurrenceId: string },
  ) => Promise<{ view: VNode; seats: Seats | null } | null>;
  quick: (ctx: Context, eventId: string) => Promise<QuickRegistration | null>;
  /** In the transaction that saves the event. */
  saveQuick: (work: CommandContext, eventId: string, wanted: QuickRegistration) => Promise<void>;
  /** Same form, same rules, same places, nobody registered. */
  copy: (work: CommandContext, fromEventId: string, toEventId: string) => Promise<void>;
  /**
   * A series was cut: these dates keep their ids and belong to another event from now on, with whoever registered to
   * them and, when it has none yet, the same form and rules.
   */
  moveDates: (
    work: CommandContext,
    moved: { fromEventId: string; toEventId: string; occurrenceIds: readonly string[] },
  ) => Promise<void>;
  /** Where the team keeps the registrations of an event. */
  officePath: (eventId: string) => string;
  /** What a person is registered for; without a date, the whole event. For her own calendar. */
  registeredTo: (
    ctx: Context,
    personId: string,
  ) => Promise<readonly { eventId: string; occurrenceId: string | null }[]>;
  /** How many came, for the record of what came out of an event; null when nobody registered. */
  attended: (ctx: Context, occurrenceId: string) => Promise<number | null>;
}

/** A part of an event's page that another module brings: the programme of a large day. */
export interface EventSection {
  (ctx: Context, event: { eventId: string; slug: string }): Promise<VNode | null>;
}

/** What the agenda needs from the application, which knows every module. */
export interface AgendaDependencies {
  readonly hubLook: (hubId: string) => Promise<{ land: Territory; name: string }>;
  /** Public address of a hub's site, without a final slash. */
  readonly originOf: (hubId: string) => Promise<string>;
  readonly ports: Pick<Ports, 'files' | 'images' | 'outbound' | 'geocoder'>;
  readonly kept: KeptReads;
  /** What lies under the points of maps. */
  readonly mapTiles: MapTiles;
  /** Private ways to a proposal, a poll, an answer. */
  readonly links: SignedIds;
  /** Lets the kept pages of the hub go, in every process. */
  readonly redraw: (ctx: Context) => Promise<void>;
  /** Where a request comes from; never to be kept. */
  readonly clientIp: (exchange: Exchange) => string;
  readonly organizations: {
    /** Published structures only. */
    named: (ctx: Context, ids: readonly string[]) => Promise<ReadonlyMap<string, NamedOrganization>>;
    find: (ctx: Context, words: string, limit: number) => Promise<readonly NamedOrganization[]>;
    byNames: (ctx: Context, names: readonly string[]) => Promise<ReadonlyMap<string, NamedOrganization>>;
  };
  readonly themes: (ctx: Context) => Promise<readonly { id: string; label: string; depth: number }[]>;
  /** Doors of the hub: whom an event speaks to. */
  readonly audiences: (ctx: Context) => Promise<readonly { tag: string; label: string }[]>;
  /** Which of these stored pictures some module shows or keeps. */
  readonly filesInUse: (ctx: Context, ids: readonly string[]) => Promise<readonly string[]>;
  readonly registration: RegistrationSeam;
  /** Sections under the text of an event, in order. */
  readonly eventSections: readonly EventSection[];
}
