import { createHash } from 'node:crypto';
import type { OrganizationDraft } from '../../domain/organization-draft.ts';

/** What was foreseen for one row, as it waits in the file store. */
export interface PlanLine {
  position: number;
  line: number;
  /** Stable key of the row in its list. */
  key: string;
  draft: OrganizationDraft | null;
  /** Print of the draft: the same row next time changes nothing. */
  hash: string;
  outcome: PlannedOutcome;
}

export type PlannedOutcome =
  | { kind: 'new' }
  /** The list brought this sheet already. */
  | { kind: 'known' }
  | { kind: 'duplicate'; id: string | null; line: number | null; isSure: boolean }
  | { kind: 'rejected' };

/** Print of what a row says. */
export function printOf(draft: OrganizationDraft): string {
  return createHash('sha256').update(JSON.stringify(draft)).digest('base64url').slice(0, 22);
}
