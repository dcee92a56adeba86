import type { JSX } from 'preact';

export interface BreadcrumbProps {
  /** From the home page down; the last is the current page and needs no address. */
  readonly trail: readonly { readonly label: string; readonly href?: string }[];
}

/** Where the page stands in the site. */
export function Breadcrumb({ trail }: BreadcrumbProps): JSX.Element {
  return (
    <nav class="breadcrumb" aria-label="Fil d’Ariane">
      <ol>
        {trail.map(({ label, href }) => (
          <li>{href ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}
