import type { JSX } from 'preact';
import { formatDate } from '#platform/french/index.ts';
import { Notice } from '#ui/components/notice.tsx';
import type { ReviewState } from '../../../domain/review-state.ts';

/** Says that a sheet may no longer be right, before anyone trusts it. */
export function ReviewNotice({
  state,
  reviewOn,
}: {
  readonly state: ReviewState;
  readonly reviewOn: Temporal.PlainDate | null;
}): JSX.Element | null {
  if (!reviewOn) return null;
  if (state === 'expired')
    return (
      <Notice state="danger" title="Cette fiche est périmée">
        <p>
          Elle devait être relue le {formatDate(reviewOn)}, et personne ne l’a fait. Ne vous y fiez pas sans vérifier :
          demandez-nous.
        </p>
      </Notice>
    );
  if (state === 'due')
    return (
      <Notice state="warning" title="Cette fiche est à revoir">
        <p>Sa relecture était prévue le {formatDate(reviewOn)}. Vérifiez les montants et les délais avant d’agir.</p>
      </Notice>
    );
  return null;
}
