import type { Context } from '#platform/context/context.ts';
import type {
  ProcessingActivity,
  SegmentCondition,
  ThreadEntry,
  ThreadSubject,
} from '#platform/contributions/module.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { PersonalDataSource } from '#modules/identity/index.ts';
import type { MemberState } from './domain/relation-statuses.ts';

/** What this module needs of the application. */
export interface PeopleDependencies {
  /** What every module tells of a person or a structure, the latest first. */
  readonly thread: (ctx: Context, about: ThreadSubject) => Promise<ThreadEntry[]>;
  /** What memberships say of these people and structures; who never was a member is left out. */
  readonly memberStates: (
    ctx: Context,
    of: { personIds?: readonly string[]; organizationIds?: readonly string[] },
  ) => Promise<ReadonlyMap<string, MemberState>>;
  /** What all modules hold about a person. */
  readonly personalData: PersonalDataSource;
  /** What every module can say of someone, in plain words: what segments are made of. */
  readonly segmentConditions: () => readonly SegmentCondition[];
  /** What every module does with data about people. */
  readonly processing: () => readonly ProcessingActivity[];
  readonly files: FileStore;
  readonly hubName: (hubId: string) => Promise<string>;
  readonly originOf: (hubId: string) => Promise<string>;
}
