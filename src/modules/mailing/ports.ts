import type { SQL } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';
import type { MailableSource, MailAnswers, SegmentReading } from '#platform/contributions/module.ts';
import type { Letter } from '#platform/mail/mail-carrier.ts';
import type { Territory } from '#ui/relief/landscapes.ts';
import type { SignedIds } from '#platform/secrets/signed-ids.ts';
import type { ChosenCondition } from './domain/audience.ts';

/** Name, colour and foot of the letters of a hub, and the address that reads the answers. */
export type MailingSignature = Letter['hub'] & { readonly email: string | null };

/** What the mailings need of the rest of the application. */
export interface MailingDependencies {
  readonly ports: Ports;
  readonly links: SignedIds;
  hubLook(hubId: string): Promise<{ land: Territory }>;
  originOf(hubId: string): Promise<string>;
  signature(hubId: string): Promise<MailingSignature>;
  /** What a mailing may carry, of every module. */
  mailables(): readonly MailableSource[];
  /** What people do about what a mailing tells, of every module. */
  answers(): readonly MailAnswers[];
  readonly segments: SegmentSeam;
  /** Which of these pictures something shows: what nobody shows may be cleaned away. */
  filesInUse(ctx: Context, ids: readonly string[]): Promise<string[]>;
}

/** The segments of people, as the mailings use them. */
export interface SegmentSeam {
  list(ctx: Context): Promise<{ id: string; name: string }[]>;
  /** A select of one column, `person_id`; null when there is no such segment. */
  people(ctx: SegmentReading, id: string): Promise<SQL | null>;
  /** People of whom one condition is true, with its words: « a un rôle dans une structure du thème « Alimentation » ». */
  matching(ctx: SegmentReading, condition: ChosenCondition): Promise<{ words: string; people: SQL } | null>;
  /** The values that a condition lets choose. */
  choices(ctx: SegmentReading, key: string): Promise<{ value: string; label: string }[]>;
}
