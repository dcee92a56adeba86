import type { CommandContext } from '#platform/context/context.ts';
import type { FieldOrigin, FieldOrigins, ProfileField } from '../../profile/organization-profile.ts';

/** Where what is written comes from. A person who types it also says that it is right; a file does not. */
export interface Provenance {
  /** « équipe », « structure », or the name of the list imported. */
  source: string;
  confirmedBy: string | null;
}

/** What the team typed. */
export function fromTeam(work: Pick<CommandContext, 'actor'>): Provenance {
  return { source: 'équipe', confirmedBy: work.actor?.name ?? '' };
}

/** The origins of a sheet once these fields were written. */
export function originsAfter(
  before: FieldOrigins,
  fields: readonly ProfileField[],
  from: Provenance,
  at: Temporal.Instant,
): FieldOrigins {
  const moment = at.toString();
  const origin: FieldOrigin =
    from.confirmedBy === null
      ? { source: from.source, at: moment }
      : { source: from.source, at: moment, confirmedAt: moment, confirmedBy: from.confirmedBy };
  return { ...before, ...Object.fromEntries(fields.map((field) => [field, origin])) };
}
