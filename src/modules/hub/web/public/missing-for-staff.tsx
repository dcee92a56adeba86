import type { JSX } from 'preact';
import { hasRole, type Actor } from '#platform/context/context.ts';
import { listing } from '#platform/french/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { paths } from '../paths.ts';

export interface MissingForStaffProps {
  readonly actor: Actor | null;
  /** What the law asks for and the settings do not say yet. */
  readonly missing: readonly string[];
}

/** Tells staff, and nobody else, what a legal page still lacks. */
export function MissingForStaff({ actor, missing }: MissingForStaffProps): JSX.Element | null {
  if (missing.length === 0 || !hasRole(actor, 'employee')) return null;
  return (
    <Notice
      state="warning"
      title="Il manque encore quelque chose à cette page"
      actions={
        <ButtonLink small kind="ghost" href={paths.settingsTab('mentions')}>
          Compléter
        </ButtonLink>
      }
    >
      <p>À indiquer : {listing(missing)}. Vous seul·e voyez ce rappel.</p>
    </Notice>
  );
}
