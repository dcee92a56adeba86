import type { RecentPhoto } from '#modules/photos/index.ts';
import type { StoredFile } from '#platform/stored-files/index.ts';
import type { NamedOrganization } from '../../ports.ts';

/** What the editor offers to choose from, read once a page. */
export interface EditorChoices {
  /** Doors of the hub: what is tagged with one is gathered on its page. */
  readonly audiences: readonly { tag: string; label: string; group: 'profile' | 'intent' }[];
  readonly themes: readonly { id: string; label: string; depth: number }[];
  readonly photos: readonly RecentPhoto[];
  /** The structure already chosen, when there is one. */
  readonly organization: NamedOrganization | null;
  /** Kinds of cards that blocks may show. */
  readonly cardSources: readonly { kind: string; label: string }[];
  /** Blocks that modules bring to the home. */
  readonly homeBlocks: readonly { key: string; label: string }[];
  /** Whether the actor makes this kind public without anyone reading it first. */
  readonly mayPublish: boolean;
  /** Files already attached to what is edited. */
  readonly files?: readonly StoredFile[];
  /** Other publications that the kind may lead to. */
  readonly related?: readonly { id: string; label: string }[];
}
