import type { JSX } from 'preact';
import { Notice } from '#ui/components/notice.tsx';
import { paths } from '../../paths.ts';
import type { TwinPair } from '../../queries/twins.ts';
import { reasonWords } from './twins-page.tsx';

/** Other sheets that may be the same person’s; a shared mailbox alone is told apart from them. */
export function Lookalikes({
  personId,
  pairs,
}: {
  readonly personId: string;
  readonly pairs: readonly TwinPair[];
}): JSX.Element | null {
  const alike = pairs.filter(({ reasons }) => reasons.some((reason) => reason !== 'email'));
  if (alike.length === 0) return null;
  return (
    <Notice state="info" title="Peut-être la même personne">
      <ul class="plain-list">
        {alike.map(({ one, other, reasons }) => {
          const twin = one.id === personId ? other : one;
          return (
            <li>
              <a href={paths.person(twin.id)}>{twin.name}</a> ({reasons.map((reason) => reasonWords[reason]).join(', ')}
              ),{' '}
              <a href={paths.compare(personId, twin.id)}>
                comparer les deux fiches<span class="visually-hidden"> avec {twin.name}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
