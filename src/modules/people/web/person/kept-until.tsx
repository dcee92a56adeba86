import type { JSX } from 'preact';
import { formatDate } from '#platform/french/index.ts';
import { Notice } from '#ui/components/notice.tsx';
import { paths } from '../../paths.ts';
import type { retentionList } from '../../queries/retention-list.ts';

/** Said on the sheet of someone about to be forgotten, or kept for a reason. */
export function KeptUntil({
  retention: { leaving, kept },
}: {
  readonly retention: Awaited<ReturnType<typeof retentionList>>;
}): JSX.Element | null {
  const [last] = leaving;
  if (last)
    return (
      <Notice
        state="warning"
        title={`Sera oubliée le ${formatDate(last.forgottenOn)}`}
        actions={<a href={paths.retention}>Dire pourquoi la garder</a>}
      >
        Sans nouvelles depuis le {formatDate(last.lastContact)}. Un appel noté ici suffit à la garder.
      </Notice>
    );
  const [reason] = kept;
  if (!reason?.keptUntil) return null;
  return (
    <p class="facts">
      Gardée jusqu’au {formatDate(reason.keptUntil)} : {reason.keptReason}
    </p>
  );
}
