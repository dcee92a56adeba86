import type { RelationStatus } from '../../domain/relation-statuses.ts';
import type { RoleKind } from '../../domain/role-kinds.ts';

/** What a line of a list says of a person, checked and ready to be written. */
export interface PersonDraft {
  givenName: string;
  familyName: string;
  emails: string[];
  phones: string[];
  postal: string;
  structure: string;
  roleKind: RoleKind;
  function: string;
  statuses: RelationStatus[];
  tags: string[];
  /** Notes of the team, each with its day. */
  notes: { text: string; on: string | null }[];
  /** Agreed to get letters on that day, there; null when nothing proves it. */
  consent: { on: string; source: string } | null;
}

/** The name shown. */
export const draftName = ({ givenName, familyName }: Pick<PersonDraft, 'givenName' | 'familyName'>): string =>
  `${givenName} ${familyName}`.replaceAll(/\s+/g, ' ').trim();
