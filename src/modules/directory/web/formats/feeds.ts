import type { Exchange } from '#platform/http/exchange.ts';
import { directoryPath, organizationPath } from '../../paths.ts';
import type { DirectoryDependencies } from '../../ports.ts';
import { newestOrganizations, type NewestOrganization } from '../../queries/newest-organizations.ts';
import { filtersOf } from '../../queries/directory-list.ts';
import { readDirectoryQuery } from '../directory-query.ts';
import { send } from './download.ts';

const mostItems = 30;

interface Feed {
  title: string;
  home: string;
  items: NewestOrganization[];
  origin: string;
}

async function feedOf(exchange: Exchange, deps: DirectoryDependencies): Promise<Feed> {
  const { filters } = await filtersOf(exchange.ctx, readDirectoryQuery(exchange.url.searchParams));
  const [look, items] = await Promise.all([
    deps.hubLook(exchange.hub.id),
    newestOrganizations(exchange.ctx, filters, mostItems),
  ]);
  return {
    title: `Nouvelles structures — ${look.name}`,
    home: exchange.hub.origin + directoryPath,
    items,
    origin: exchange.hub.origin,
  };
}

/** `GET /annuaire.json` (JSON Feed 1.1) */
export async function sendJsonFeed(exchange: Exchange, deps: DirectoryDependencies): Promise<Response> {
  const { title, home, items, origin } = await feedOf(exchange, deps);
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: `${home}.json`,
    language: 'fr',
    items: items.map((item) => ({
      id: item.id,
      url: origin + organizationPath(item.slug),
      title: item.name,
      content_text: describe(item),
      date_published: item.publishedAt.toString(),
      ...(item.photo ? { image: `${origin}/images/${item.photo.id}/640.webp` } : {}),
    })),
  };
  return send(exchange, JSON.stringify(feed), 'application/feed+json; charset=utf-8');
}

/** `GET /annuaire.rss` (RSS 2.0) */
export async function sendRss(exchange: Exchange, deps: DirectoryDependencies): Promise<Response> {
  const { title, home, items, origin } = await feedOf(exchange, deps);
  const lines = items.map((item) => {
    const address = xml(origin + organizationPath(item.slug));
    const day = new Date(item.publishedAt.epochMilliseconds).toUTCString();
    return `<item><title>${xml(item.name)}</title><link>${address}</link><guid isPermaLink="false">${item.id}</guid><pubDate>${day}</pubDate><description>${xml(describe(item))}</description></item>`;
  });
  const feed = `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${xml(title)}</title><link>${xml(home)}</link><description>${xml(title)}</description><language>fr</language><atom:link href="${xml(home)}.rss" rel="self" type="application/rss+xml"/>${lines.join('')}</channel></rss>`;
  return send(exchange, feed, 'application/rss+xml; charset=utf-8');
}

function describe({ mission, city }: NewestOrganization): string {
  return [mission, city].filter(Boolean).join(' — ');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for XML 1.0: markup escaped, signs it does not allow removed. */
function xml(value: string): string {
  return value.replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
