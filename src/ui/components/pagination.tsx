import type { JSX } from 'preact';
import { Icon } from './icon.tsx';

export interface PaginationProps {
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
  readonly label?: string;
}

/** The pages shown: the first, the last, those around the current one; 0 stands for a gap. */
export function pagesShown(page: number, pages: number): readonly number[] {
  const shown: number[] = [];
  for (let at = 1; at <= pages; at++) {
    if (at === 1 || at === pages || Math.abs(at - page) <= 1) shown.push(at);
    else if (shown.at(-1) !== 0) shown.push(0);
  }
  return shown;
}

/** Links to the other pages of a list. Draws nothing when there is only one. */
export function Pagination({ page, pages, hrefOf, label = 'Pages' }: PaginationProps): JSX.Element | null {
  if (pages < 2) return null;
  return (
    <nav class="pagination" aria-label={label}>
      {page > 1 && (
        <a class="step" rel="prev" href={hrefOf(page - 1)}>
          <Icon name="arrow-left" />
          Précédente
        </a>
      )}
      <ol>
        {pagesShown(page, pages).map((at) => (
          <li>
            {at === 0 ? (
              <span class="gap" aria-hidden="true">
                …
              </span>
            ) : (
              <a href={hrefOf(at)} aria-current={at === page ? 'page' : undefined}>
                <span class="visually-hidden">Page </span>
                {at}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < pages && (
        <a class="step" rel="next" href={hrefOf(page + 1)}>
          Suivante
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
}
