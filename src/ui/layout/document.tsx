import type { ComponentChildren, JSX } from 'preact';
import type { PageMeta, Site } from './site.ts';

export interface DocumentProps {
  readonly site: Site;
  readonly meta: PageMeta;
  readonly bodyClass?: string;
  /** Sheets that this layout adds to the common one. */
  readonly stylesheets?: readonly string[];
  readonly children: ComponentChildren;
}

const absolute = (href: string, origin: string): string =>
  URL.canParse(href, origin) ? new URL(href, origin).href : href;

// `<` is the only character that could close the block early.
const jsonForHtml = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** The whole HTML document around a layout. The caller writes `<!doctype html>` before it. */
export function Document({ site, meta, bodyClass, stylesheets = [], children }: DocumentProps): JSX.Element {
  const title = meta.title === site.name ? site.name : `${meta.title} · ${site.name}`;
  const canonical = meta.canonical && absolute(meta.canonical, site.origin);
  return (
    <html lang={meta.lang ?? 'fr'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {(site.fontHrefs ?? []).map((href) => (
          <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        <link rel="stylesheet" href={site.stylesheetHref} />
        {site.themeHref && <link rel="stylesheet" href={site.themeHref} />}
        {[...stylesheets, ...(meta.sheets ?? [])].map((href) => (
          <link rel="stylesheet" href={href} />
        ))}
        {site.scriptHref && <script type="module" src={site.scriptHref} />}
        {meta.description && <meta name="description" content={meta.description} />}
        {meta.unlisted && <meta name="robots" content="noindex" />}
        {canonical && <link rel="canonical" href={canonical} />}
        {site.faviconHref && <link rel="icon" href={site.faviconHref} />}
        {(meta.feeds ?? []).map((feed) => (
          <link rel="alternate" type={feed.type} href={feed.href} title={feed.title} />
        ))}
        <meta property="og:site_name" content={site.name} />
        <meta property="og:title" content={meta.title} />
        <meta property="og:type" content={meta.article ? 'article' : 'website'} />
        {meta.article && <meta property="article:published_time" content={meta.article.published} />}
        {meta.article && <meta property="article:modified_time" content={meta.article.changed} />}
        <meta property="og:locale" content="fr_FR" />
        {meta.description && <meta property="og:description" content={meta.description} />}
        {canonical && <meta property="og:url" content={canonical} />}
        {meta.image && <meta property="og:image" content={absolute(meta.image, site.origin)} />}
        {meta.image && meta.imageAlternative && <meta property="og:image:alt" content={meta.imageAlternative} />}
        {meta.image && <meta name="twitter:card" content="summary_large_image" />}
        {meta.structuredData !== undefined && (
          <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonForHtml(meta.structuredData) }} />
        )}
      </head>
      <body class={bodyClass}>
        <a class="skip-link" href="#contenu">
          Aller au contenu
        </a>
        {children}
      </body>
    </html>
  );
}
