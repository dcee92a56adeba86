import type { Context as HonoContext, Hono } from 'hono';
import type { ComponentChildren, VNode } from 'preact';
import type { Actor, Context, Role } from '../context/context.ts';

/** Who may reach a route. Finer rules, which need rows, belong to the module's policy. */
export type Access = 'anyone' | 'signed-in' | readonly Role[];

/** Values kept along one request. */
export interface Variables {
  requestId: string;
  exchange: Exchange;
  /** Headers of every answer, for a route that writes them itself; it then sets `isDressed`. */
  commonHeaders: Readonly<Record<string, string>>;
  isDressed: boolean;
}

export type WebEnv = { Variables: Variables; Bindings: { incoming?: { socket: { remoteAddress?: string } } } };
export type WebApp = Hono<WebEnv>;

/** What the platform knows of the hub that answers: the rest belongs to the hub module. */
export interface ServedHub {
  readonly id: string;
  readonly name: string;
  /** Public address, without a final slash. */
  readonly origin: string;
  readonly zone: string;
}

/** Sheets that only some pages need, beside the common one: the agenda’s serves registrations and trainings too. */
export type PageSheet = 'agenda' | 'plain-words';

/** A page to show; the application dresses it with the hub's identity and navigation. */
export interface PageView {
  title: string;
  /** One sentence for search engines and link previews. */
  description?: string;
  layout?: 'public' | 'office' | 'bare';
  sheets?: readonly PageSheet[];
  content: VNode;
  /** Head of a back office page, drawn by the layout: the title, then these. Public pages draw their own. */
  header?: {
    title?: ComponentChildren;
    lead?: ComponentChildren;
    facts?: ComponentChildren;
    actions?: ComponentChildren;
    trail?: readonly { label: string; href: string }[];
  };
  /** Where those who may can change what this public page shows. */
  edit?: {
    href: string;
    label?: string;
    roles: readonly Role[];
    /** What else the same people may do from here: « Refaire ». */
    more?: readonly { href: string; label: string }[];
  };
  /** What the team may send by mail from this page: a thing of a source of `mailables`. */
  mailable?: { kind: string; id: string };
  /** True for a page that shows others of this site in frames: the preview of a mail. */
  framesOwn?: boolean;
  /** The public page of what is being edited in the back office. */
  publicHref?: string;
  status?: number;
  /** Address that stands for this page when several show the same. */
  canonical?: string;
  feeds?: readonly { href: string; type: string; title: string }[];
  /** schema.org descriptions. */
  structuredData?: readonly object[];
  image?: { url: string; alternative: string };
  /** For a page that tells something dated, so that networks show it as an article. */
  article?: { publishedAt: Temporal.Instant; changedAt: Temporal.Instant };
  indexed?: boolean;
  /** Origins whose players the page may show once the visitor asked for one (https://tube.example). */
  players?: readonly string[];
  /** Path of the menu entry to mark, when it is not the page's own. */
  section?: string;
}

/** What a person sees on the next page, once. */
export interface Flash {
  tone: 'success' | 'warning' | 'danger' | 'info';
  text: string;
  /** A way back: a form posted to this address undoes what was done. */
  undo?: { action: string; label: string };
}

/** One request and its answer, as a module's route sees it. */
export interface Exchange {
  readonly http: HonoContext<WebEnv>;
  readonly ctx: Context;
  readonly hub: ServedHub;
  readonly actor: Actor | null;
  readonly url: URL;
  /** Key to put in each form, so that sending it twice acts once. */
  readonly formKey: string;
  param(name: string): string;
  query(name: string): string;
  /** Fields of the form sent, text only; a field sent several times keeps its list in `all`. */
  form(): Promise<SentForm>;
  page(view: PageView): Promise<Response>;
  redirect(path: string, flash?: Flash): Response;
  notFound(): Promise<Response>;
}

export interface SentForm {
  /** First text value of each field. */
  readonly values: Readonly<Record<string, string>>;
  all(name: string): string[];
  file(name: string): File | null;
  files(name: string): File[];
  /** The key the form carried. */
  readonly key: string | undefined;
}

export type Handler = (exchange: Exchange) => Response | Promise<Response>;

/** One address of the site. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly access: Access;
  readonly handler: Handler;
  /** Whole pages kept for visitors without session, until something shown changes. */
  readonly kept: boolean;
  /** Largest body taken, in bytes. */
  readonly bodyLimit: number;
  /** Tries a minute and address, for forms open to all. */
  readonly perMinute?: number;
  /** Sendings a day and address, for forms by which a stranger makes the hub write to addresses she types. */
  readonly perDay?: number;
  /** Answers to other sites' scripts (open data), and may be shown in their frames. */
  readonly shared?: 'data' | 'frame';
  /** Taken without Origin check: one-click requests by mail programs (RFC 8058), or an address that is itself a secret. */
  readonly machinePost?: boolean;
}

export interface RouteOptions {
  kept?: boolean;
  bodyLimit?: number;
  perMinute?: number;
  perDay?: number;
  shared?: 'data' | 'frame';
  machinePost?: boolean;
}

const usualBodyLimit = 200_000;

/** The routes of a module, in the order they are tried. */
export class RouteList {
  readonly list: Route[] = [];

  get(path: string, access: Access, handler: Handler, options: RouteOptions = {}): this {
    return this.add('GET', path, access, handler, options);
  }

  post(path: string, access: Access, handler: Handler, options: RouteOptions = {}): this {
    return this.add('POST', path, access, handler, options);
  }

  private add(method: Route['method'], path: string, access: Access, handler: Handler, options: RouteOptions): this {
    this.list.push({
      method,
      path,
      access,
      handler,
      kept: options.kept ?? false,
      bodyLimit: options.bodyLimit ?? usualBodyLimit,
      ...options,
    });
    return this;
  }
}
