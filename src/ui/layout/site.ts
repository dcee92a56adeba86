import type { IconName } from '../components/icon.tsx';
import type { Territory } from '../relief/landscapes.ts';

export interface NavigationItem {
  readonly label: string;
  readonly href: string;
  readonly current?: boolean;
  /** What opens under it; it is then a title, and leads nowhere itself. */
  readonly items?: readonly NavigationItem[];
  /** What waits there, shown beside the label in the back office. */
  readonly count?: number;
  /** Needed now and then: folded at the end of the back office menu. */
  readonly isRare?: boolean;
}

/** The addresses of what Vite built and of the hub's colours. */
export interface Assets {
  /** The stylesheet of the interface, the hub's colours included when there is no `themeHref`. */
  readonly stylesheetHref: string;
  /** The hub's colours, from `themeStylesheet`, when they come in a file of their own. */
  readonly themeHref?: string;
  /** What the back office adds to them. */
  readonly officeStylesheetHref?: string;
  readonly scriptHref?: string;
  /** Fonts to load first. */
  readonly fontHrefs?: readonly string[];
}

/** What every page of a hub knows of the hub. */
export interface Site extends Assets, Territory {
  readonly name: string;
  /** The name set on two lines beside the mark, the second in bold: « Pôle ESS » « des Vallons ». */
  readonly nameLines: readonly [string, string?];
  readonly slogan: string;
  readonly origin: string;
  readonly logoUrl?: string | undefined;
  readonly faviconHref?: string | undefined;
  readonly navigation: readonly NavigationItem[];
  readonly footerNavigation: readonly NavigationItem[];
  readonly homeHref?: string;
  readonly searchHref?: string | undefined;
  readonly contactHref?: string | undefined;
  readonly contactLabel?: string;
  /** Address, opening hours, networks: lines under the slogan. */
  readonly footerLines?: readonly string[];
  readonly signedIn?:
    | {
        readonly name: string;
        readonly href: string;
        readonly officeHref?: string | undefined;
        /** « Nouvelle actualité », « Nouveau rendez-vous »: one press away from anywhere. */
        readonly writing?: readonly { readonly href: string; readonly label: string; readonly icon: IconName }[];
      }
    | undefined;
}

/** What a page says of itself to browsers, search engines and networks. */
export interface PageMeta {
  readonly title: string;
  readonly description?: string | undefined;
  /** Path or whole address of the page's one true place. */
  readonly canonical?: string | undefined;
  readonly image?: string | undefined;
  /** What the image shows, for networks that say it. */
  readonly imageAlternative?: string | undefined;
  /** Set for an article: when it was published and last changed (ISO instants). */
  readonly article?: { readonly published: string; readonly changed: string } | undefined;
  readonly feeds?: readonly { readonly href: string; readonly title: string; readonly type: string }[];
  /** Addresses of stylesheets that this page adds to the common one. */
  readonly sheets?: readonly string[];
  /** Keeps the page out of search engines. */
  readonly unlisted?: boolean;
  readonly lang?: string;
  /** Structured data: an object written as JSON-LD. */
  readonly structuredData?: unknown;
}
