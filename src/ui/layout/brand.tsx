import type { JSX } from 'preact';
import type { Site } from './site.ts';

/** The hub's logo, or the mark of the kit (a hill, a sun) in its colours, beside its name. */
export function Brand({
  site,
  href = site.homeHref ?? '/',
}: {
  readonly site: Site;
  readonly href?: string;
}): JSX.Element {
  const [first, second] = site.nameLines;
  return (
    <a class="brand" href={href}>
      {site.logoUrl ? (
        <img src={site.logoUrl} alt="" width="54" height="54" />
      ) : (
        <svg viewBox="0 0 44 32" aria-hidden="true">
          <circle class="brand-sun" cx="33" cy="8" r="7.5" />
          <path class="brand-hill" d="M0 32V22C6 10 14 8 20 16s12 8 24-4v20z" />
        </svg>
      )}
      <span>
        {second ? `${first} ` : <b>{first}</b>}
        {second && <b>{second}</b>}
        <span class="visually-hidden">, accueil</span>
      </span>
    </a>
  );
}
