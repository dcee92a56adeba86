import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { eventWritingLink } from '#modules/agenda/index.ts';
import { mailingPaths, mayKeepMailings } from '#modules/mailing/index.ts';
import { commonLines, shownMenu, withNewLines, writingLink, type ShownEntry } from '#modules/publishing/index.ts';
import { isOpenTo, type Module } from '#platform/contributions/module.ts';
import { hasRole } from '#platform/context/context.ts';
import type { Exchange, Flash, PageSheet, PageView } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Form } from '#ui/fields/form.tsx';
import { BareLayout } from '#ui/layout/bare-layout.tsx';
import { OfficeLayout } from '#ui/layout/office-layout.tsx';
import { PublicLayout } from '#ui/layout/public-layout.tsx';
import type { PageMeta, Site as SiteProps } from '#ui/layout/site.ts';
import { isMotif } from '#ui/relief/relief-cover.ts';
import { markedEntries } from './marked-entries.ts';
import { plainPage } from './plain-page.ts';
import { routesOf } from './routes-of.ts';
import { servedEntries } from './served-entries.ts';
import type { Site } from './site.ts';
import { countTodo } from './todo-count.ts';
import { NotFoundPage, PreparingPage } from './web/situation-pages.tsx';

/** Addresses of the files made by the build. */
export interface BuiltAssets {
  scriptHref: string | undefined;
  /** The sheet that the back office adds to the common one. */
  officeStylesheetHref: string | undefined;
  fontHrefs: readonly string[];
  /** Sheets that only some pages add, by name. */
  sheetHrefs: Readonly<Partial<Record<PageSheet, string>>>;
}

/** The two menus of a hub. */
type Menus = Record<'header' | 'footer', readonly ShownEntry[]>;

/** Draws whole pages. */
export interface PageRenderer {
  render(exchange: Exchange, site: Site, view: PageView, flash: Flash | null): Promise<string>;
  notFound(site: Site): PageView;
  preparing(site: Site): PageView;
  refused(site: Site, status: 400 | 403 | 413 | 429): string;
  broken(requestId: string, status: 500 | 503 | 507): string;
  unknownHost(): string;
}

const refusals: Record<400 | 403 | 413 | 429, { title: string; text: string }> = {
  400: {
    title: 'Ce formulaire est arrivé abîmé',
    text: 'Revenez en arrière et envoyez-le de nouveau : ce que vous avez écrit y est encore.',
  },
  403: {
    title: 'Cet envoi ne vient pas de notre site',
    text: 'Par sécurité, rien n’a été fait. Revenez à la page et recommencez depuis là.',
  },
  413: {
    title: 'C’est trop lourd',
    text: 'Le fichier ou le texte dépasse la taille acceptée. Revenez en arrière pour en envoyer un plus léger.',
  },
  429: {
    title: 'Un instant, s’il vous plaît',
    text: 'Trop d’essais en peu de temps depuis votre connexion. Attendez une minute, puis recommencez.',
  },
};

const breakdowns: Record<500 | 503 | 507, { title: string; text: string }> = {
  500: {
    title: 'Quelque chose s’est cassé chez nous',
    text: 'Rien de ce que vous avez envoyé n’a été enregistré à moitié. Réessayez ; si cela recommence, donnez-nous le numéro ci-dessous.',
  },
  503: {
    title: 'Le site reprend son souffle',
    text: 'La base de données ne répond pas en ce moment. Réessayez dans quelques secondes : rien n’est perdu.',
  },
  507: {
    title: 'Le site n’a plus de place',
    text: 'Le disque du serveur est plein : on peut lire, mais plus enregistrer. La personne qui héberge le site doit libérer de la place.',
  },
};

/** Makes the renderer of an application. */
export function createPageRenderer(modules: readonly Module[], assets: BuiltAssets): PageRenderer {
  const served = new Set(routesOf(modules).flatMap(({ method, path }) => (method === 'GET' ? [path] : [])));
  const common = commonLines(servedEntries(modules, (path) => served.has(path)));
  const menus = new WeakMap<Site, Menus>();
  const menusOf = (site: Site): Menus => {
    let shown = menus.get(site);
    if (!shown) {
      const lines = site.menu ? withNewLines(site.menu, common) : common;
      menus.set(site, (shown = { header: shownMenu(lines, 'header'), footer: shownMenu(lines, 'footer') }));
    }
    return shown;
  };
  const office = modules.flatMap((module) => module.officeNavigation ?? []).sort((a, b) => a.order - b.order);

  function siteProps(exchange: Exchange, site: Site, section: string): SiteProps {
    const { settings } = site;
    const { actor, hub } = exchange;
    const menu = menusOf(site);
    return {
      name: settings.name,
      nameLines: nameLines(settings.name),
      slogan: settings.slogan,
      origin: hub.origin,
      motif: isMotif(settings.motif) ? settings.motif : 'hills',
      hue: site.hue,
      stylesheetHref: site.stylesheetHref,
      ...(assets.scriptHref ? { scriptHref: assets.scriptHref } : {}),
      ...(assets.officeStylesheetHref ? { officeStylesheetHref: assets.officeStylesheetHref } : {}),
      fontHrefs: assets.fontHrefs,
      logoUrl: settings.logoImageId ? `/images/${settings.logoImageId}/320.webp` : undefined,
      faviconHref: '/icone.svg',
      navigation: markedEntries(menu.header, section),
      footerNavigation: [
        ...markedEntries(menu.footer, section),
        actor ? { label: 'Mon compte', href: '/mon-compte' } : { label: 'Se connecter', href: '/connexion' },
      ],
      searchHref: '/recherche',
      contactHref: '/contact',
      footerLines: footerLines(site),
      signedIn: actor
        ? {
            name: actor.onBehalfOf ? `${actor.name}, au nom de ${actor.onBehalfOf.name}` : actor.name,
            href: '/mon-compte',
            officeHref: hasRole(actor, 'employee', 'board_member', 'operator') ? '/gestion' : undefined,
            writing: [writingLink(actor), eventWritingLink(actor)].filter((link) => link !== undefined),
          }
        : undefined,
    };
  }

  return {
    async render(exchange, site, view, flash) {
      const section = view.section ?? exchange.url.pathname;
      const props = siteProps(exchange, site, section);
      const meta: PageMeta = {
        title: view.title,
        description: view.description,
        canonical: view.canonical ?? exchange.url.pathname,
        image: view.image?.url,
        imageAlternative: view.image?.alternative,
        article: view.article && {
          published: view.article.publishedAt.toString({ smallestUnit: 'second' }),
          changed: view.article.changedAt.toString({ smallestUnit: 'second' }),
        },
        feeds: view.feeds ?? [],
        sheets: (view.sheets ?? []).flatMap((name) => assets.sheetHrefs[name] ?? []),
        unlisted: view.indexed === false,
        structuredData: view.structuredData?.length ? view.structuredData : undefined,
      };
      const flashes = flash
        ? [{ state: flash.tone, text: flash.text, ...(flash.undo ? { undo: flash.undo } : {}) }]
        : [];
      return document(await dressed(exchange, withActingBanner(exchange, view), props, meta, flashes));
    },
    notFound: (site) => ({
      title: 'Page introuvable',
      layout: 'public',
      indexed: false,
      content: <NotFoundPage name={site.settings.name} />,
    }),
    preparing: (site) => ({
      title: 'Bientôt ici',
      layout: 'bare',
      indexed: false,
      content: <PreparingPage promise={site.settings.promise} />,
    }),
    refused: (site, status) =>
      plainPage({ ...refusals[status], stylesheetHref: site.stylesheetHref, siteName: site.settings.name }),
    broken: (requestId, status) =>
      plainPage({ ...breakdowns[status], detail: requestId ? `Numéro à nous donner : ${requestId}` : undefined }),
    unknownHost: () =>
      plainPage({
        title: 'Aucun pôle à cette adresse',
        text: 'Vérifiez l’adresse tapée. Si vous venez d’ouvrir ce site, la personne qui l’héberge doit encore lui rattacher ce nom de domaine.',
      }),
  };

  async function dressed(
    exchange: Exchange,
    view: PageView,
    site: SiteProps,
    meta: PageMeta,
    flashes: never[] | { state: Flash['tone']; text: string }[],
  ): Promise<VNode> {
    if (view.layout === 'bare') {
      return (
        <BareLayout site={site} meta={meta} title={view.title} flashes={flashes}>
          {view.content}
        </BareLayout>
      );
    }
    if (view.layout === 'office') {
      const open = office.filter((entry) => isOpenTo(entry, exchange.actor));
      const here = open
        .filter((entry) => isUnder(view.section ?? exchange.url.pathname, entry.path))
        .sort((a, b) => b.path.length - a.path.length)[0];
      const waiting = await countTodo(modules, exchange.ctx);
      const navigation = open.map((entry) => ({
        label: entry.label,
        href: entry.path,
        current: entry === here,
        isRare: entry.isRare ?? false,
        ...(entry.path === '/gestion' ? { count: waiting } : {}),
      }));
      // The title says where one is: the trail only leads back.
      const trail = view.header?.trail?.filter(({ href }) => href !== exchange.url.pathname);
      const head = { title: view.title, ...view.header, ...(trail && { trail }) };
      return (
        <OfficeLayout
          site={site}
          meta={meta}
          navigation={navigation}
          header={head}
          flashes={flashes}
          publicHref={view.publicHref ?? '/'}
        >
          {view.content}
        </OfficeLayout>
      );
    }
    return (
      <PublicLayout site={site} meta={meta} flashes={flashes} edit={openActs(exchange, view)}>
        {view.content}
      </PublicLayout>
    );
  }
}

/** What those who may can do from a public page: change it, and send what it tells by mail. */
function openActs(
  { actor }: Exchange,
  { edit, mailable }: PageView,
): Omit<NonNullable<PageView['edit']>, 'roles'> | undefined {
  const open = edit && hasRole(actor, ...edit.roles) ? edit : undefined;
  if (!open || !mailable || !mayKeepMailings(actor)) return open;
  const send = { href: mailingPaths.composeFrom(mailable.kind, mailable.id), label: 'Envoyer par mail' };
  return { ...open, more: [...(open.more ?? []), send] };
}

/** Says at the top of every page that one acts for somebody else, and how to stop. */
function withActingBanner(exchange: Exchange, view: PageView): PageView {
  const person = exchange.actor?.onBehalfOf;
  if (!person) return view;
  const content = (
    <>
      <Notice state="warning" title={`Vous agissez au nom de ${person.name}`}>
        <Form action="/au-nom-de/terminer" hidden={{ [formKeyField]: exchange.formKey }}>
          <Button small kind="ghost">
            Reprendre mon nom
          </Button>
        </Form>
      </Notice>
      {view.content}
    </>
  );
  return { ...view, content };
}

function document(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}

function isUnder(path: string, entry: string): boolean {
  return path === entry || path.startsWith(`${entry}/`);
}

/** « Pôle ESS des Vallons » is set on two lines, cut before its last words. */
export function nameLines(name: string): [string, string?] {
  const cut = / (?=(?:de |des |du |de la |de l’|d’|en )[^ ].*$)/i.exec(name)?.index;
  if (cut && cut > 3) return [name.slice(0, cut), name.slice(cut + 1)];
  const words = name.split(' ');
  if (words.length < 3) return [name];
  const half = Math.ceil(words.length / 2);
  return [words.slice(0, half).join(' '), words.slice(half).join(' ')];
}

function footerLines({ settings }: Site): string[] {
  const place = [settings.street, [settings.postcode, settings.city].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ');
  return [place, [settings.phone, settings.welcomeHours].filter(Boolean).join(' · ')].filter(Boolean);
}
