import type { ComponentChildren, JSX } from 'preact';
import { Icon } from '../components/icon.tsx';
import { PageHeader, type PageHeaderProps } from '../components/page-header.tsx';
import { type Flash, ToastRegion } from '../components/toast-region.tsx';
import { Brand } from './brand.tsx';
import { Document } from './document.tsx';
import type { NavigationItem, PageMeta, Site } from './site.ts';

export interface OfficeLayoutProps {
  readonly site: Site;
  readonly meta: PageMeta;
  /** The back office's own menu, with what waits behind each entry. */
  readonly navigation: readonly NavigationItem[];
  readonly header: PageHeaderProps;
  readonly children: ComponentChildren;
  readonly flashes?: readonly Flash[];
  /** The public page of what is being edited; the home page otherwise. */
  readonly publicHref?: string;
}

/** What the day needs, then, folded, what is set up now and then. */
function OfficeMenu({ navigation }: { readonly navigation: readonly NavigationItem[] }): JSX.Element {
  const rare = navigation.filter(({ isRare }) => isRare);
  return (
    <>
      <OfficeEntries entries={navigation.filter(({ isRare }) => !isRare)} />
      {rare.length > 0 && (
        <details class="office-rare" open={rare.some(({ current }) => current)}>
          <summary>Régler le site</summary>
          <OfficeEntries entries={rare} />
        </details>
      )}
    </>
  );
}

function OfficeEntries({ entries }: { readonly entries: readonly NavigationItem[] }): JSX.Element {
  return (
    <ul>
      {entries.map(({ href, label, current, count }) => (
        <li>
          <a href={href} aria-current={current ? 'page' : undefined}>
            {label}
            {count ? (
              <span class="count">
                {count}
                <span class="visually-hidden"> en attente</span>
              </span>
            ) : null}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Finds anything the team may see, from any page. */
function QuickSearch({ href }: { readonly href: string }): JSX.Element {
  return (
    <form class="office-search" method="get" action={href} role="search" aria-label="Chercher partout">
      <es-combobox data-source={`${href}/suggestions`}>
        <input
          class="input"
          id="recherche-rapide"
          name="q"
          type="search"
          placeholder="Chercher partout"
          aria-label="Chercher partout"
          enterkeyhint="search"
        />
      </es-combobox>
      <button class="icon-button" aria-label="Chercher">
        <Icon name="search" />
      </button>
    </form>
  );
}

/** The employee's side of the site: menu on the left (folded on a phone), one task on the right. */
export function OfficeLayout({
  site,
  meta,
  navigation,
  header,
  children,
  flashes = [],
  publicHref = '/',
}: OfficeLayoutProps): JSX.Element {
  const here = navigation.find(({ current }) => current);
  const foot = (
    <div class="office-foot">
      {site.signedIn && (
        <a href={site.signedIn.href}>
          <Icon name="user" />
          {site.signedIn.name}
        </a>
      )}
      <a href={publicHref}>
        <Icon name="eye" />
        Voir le site
      </a>
    </div>
  );
  return (
    <Document
      site={site}
      meta={{ ...meta, unlisted: true }}
      bodyClass="office"
      stylesheets={site.officeStylesheetHref ? [site.officeStylesheetHref] : []}
    >
      <header class="office-side">
        <Brand site={site} href="/gestion" />
        <nav class="office-nav" aria-label="Gestion">
          <OfficeMenu navigation={navigation} />
        </nav>
        <es-menu>
          <details class="office-fold">
            <summary>
              <Icon name="menu" />
              {here?.label ?? 'Menu'}
            </summary>
            <nav aria-label="Gestion, menu replié">
              <OfficeMenu navigation={navigation} />
              {foot}
            </nav>
          </details>
        </es-menu>
        {foot}
      </header>
      <div class="office-main">
        <div class="office-top">
          {site.searchHref && <QuickSearch href={site.searchHref} />}
          {site.signedIn?.writing && (
            <nav aria-label="Écrire">
              {site.signedIn.writing.map(({ href, label, icon }) => (
                <a class="office-write" href={href}>
                  <Icon name={icon} />
                  <span>{label}</span>
                </a>
              ))}
            </nav>
          )}
        </div>
        <ToastRegion flashes={flashes} />
        <main id="contenu" tabindex={-1}>
          <PageHeader {...header} />
          {children}
        </main>
      </div>
    </Document>
  );
}
