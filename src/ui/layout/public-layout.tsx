import type { ComponentChildren, JSX } from 'preact';
import { ButtonLink } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { type Flash, ToastRegion } from '../components/toast-region.tsx';
import { footerLandscape } from '../relief/landscapes.ts';
import { Brand } from './brand.tsx';
import { Document } from './document.tsx';
import type { NavigationItem, PageMeta, Site } from './site.ts';

export interface PublicLayoutProps {
  readonly site: Site;
  readonly meta: PageMeta;
  readonly children: ComponentChildren;
  readonly flashes?: readonly Flash[];
  /** « Modifier cette page », for those who may. */
  readonly edit?:
    | {
        readonly href: string;
        readonly label?: string;
        readonly more?: readonly { readonly href: string; readonly label: string }[];
      }
    | undefined;
}

interface LinksProps {
  readonly items: readonly NavigationItem[];
  /** How what stands under an entry shows: opened by a click, or always there. */
  readonly groups?: 'closed' | 'open';
}

function Links({ items, groups = 'open' }: LinksProps): JSX.Element {
  return (
    <ul>
      {items.map((item) => (
        <li>{item.items ? <Group item={item} items={item.items} groups={groups} /> : <EntryLink item={item} />}</li>
      ))}
    </ul>
  );
}

function EntryLink({ item: { href, label, current } }: { readonly item: NavigationItem }): JSX.Element {
  return (
    <a href={href} aria-current={current ? 'page' : undefined} rel={href.startsWith('http') ? 'noopener' : undefined}>
      {label}
    </a>
  );
}

/** What stands under one entry: behind a button that the browser itself opens and closes, or under its title. */
function Group({
  item: { label, current },
  items,
  groups,
}: {
  readonly item: NavigationItem;
  readonly items: readonly NavigationItem[];
  readonly groups: 'closed' | 'open';
}): JSX.Element {
  if (groups === 'open')
    return (
      <>
        <span class="nav-title">{label}</span>
        <Links items={items} />
      </>
    );
  return (
    <es-menu>
      <details class="nav-group" name="menu">
        <summary class={current ? 'is-current' : undefined}>
          {label}
          <Icon name="chevron-down" />
        </summary>
        <Links items={items} />
      </details>
    </es-menu>
  );
}

function Header({ site }: { readonly site: Site }): JSX.Element {
  const contact = site.contactHref && (
    <ButtonLink small href={site.contactHref}>
      {site.contactLabel ?? 'Nous écrire'}
    </ButtonLink>
  );
  return (
    <header class="site-header">
      <Brand site={site} />
      <nav class="site-nav" aria-label="Principale">
        <Links items={site.navigation} groups="closed" />
      </nav>
      <div class="site-tools">
        {site.searchHref && (
          <a class="icon-button" href={site.searchHref} aria-label="Rechercher">
            <Icon name="search" />
          </a>
        )}
        {contact}
        <es-menu>
          <details class="site-menu">
            <summary class="icon-button" aria-label="Menu">
              <Icon name="menu" />
              <Icon name="close" />
            </summary>
            <nav class="site-menu-panel" aria-label="Menu">
              <Links items={site.navigation} />
              {contact}
            </nav>
          </details>
        </es-menu>
      </div>
    </header>
  );
}

function Footer({ site }: { readonly site: Site }): JSX.Element {
  return (
    <footer class="site-footer">
      <div class="footer-land" dangerouslySetInnerHTML={{ __html: footerLandscape(site.name, site) }} />
      <div class="footer-body">
        <p class="slogan">{site.slogan}</p>
        <nav class="footer-nav" aria-label="Pied de page">
          <Links items={site.footerNavigation} />
        </nav>
        {site.footerLines?.map((line) => (
          <p class="footer-line">{line}</p>
        ))}
      </div>
    </footer>
  );
}

/** A page anyone may read: header, main matter, footer on its landscape. */
export function PublicLayout({ site, meta, children, flashes = [], edit }: PublicLayoutProps): JSX.Element {
  return (
    <Document site={site} meta={meta} bodyClass="public">
      {site.signedIn && (
        <nav class="member-bar" aria-label="Mon espace">
          <span>
            <Icon name="user" />
            <a href={site.signedIn.href}>{site.signedIn.name}</a>
          </span>
          {edit && (
            <a href={edit.href}>
              <Icon name="edit" />
              {edit.label ?? 'Modifier cette page'}
            </a>
          )}
          {edit?.more?.map(({ href, label }) => (
            <a href={href}>
              <Icon name="copy" />
              {label}
            </a>
          ))}
          {site.signedIn.writing?.map(({ href, label, icon }) => (
            <a href={href}>
              <Icon name={icon} />
              {label}
            </a>
          ))}
          {site.signedIn.officeHref && <a href={site.signedIn.officeHref}>Gestion</a>}
        </nav>
      )}
      <Header site={site} />
      <ToastRegion flashes={flashes} />
      <main id="contenu" tabindex={-1}>
        {children}
      </main>
      <Footer site={site} />
    </Document>
  );
}
