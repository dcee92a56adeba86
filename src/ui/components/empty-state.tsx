import type { ComponentChildren, JSX } from 'preact';
import type { Territory } from '../relief/landscapes.ts';
import { ReliefCover } from '../relief/relief-cover-view.tsx';

export interface EmptyStateProps {
  readonly title: string;
  /** What to do now, in one or two sentences. */
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly territory?: Territory;
  readonly level?: 2 | 3;
}

/** Nothing here yet: says so over a quiet landscape, and shows the next step. */
export function EmptyState({ title, children, actions, territory, level = 2 }: EmptyStateProps): JSX.Element {
  const Heading = `h${level}` as const;
  return (
    <div class="empty-state">
      <ReliefCover id={title} width={960} height={190} horizon={0.34} {...territory} />
      <div>
        <Heading>{title}</Heading>
        {children && <div>{children}</div>}
        {actions && <div class="actions">{actions}</div>}
      </div>
    </div>
  );
}
