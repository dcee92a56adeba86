import type { Module, SiteMapEntry } from '#platform/contributions/module.ts';
import type { Exchange } from '#platform/http/exchange.ts';

// The protocol takes 50,000 addresses a file.
const mostAddresses = 50_000;

/** `/sitemap.xml`: every public page that modules declare. */
export async function sendSiteMap(exchange: Exchange, modules: readonly Module[]): Promise<Response> {
  const lists = await Promise.all(modules.map(async (module) => module.siteMap?.(exchange.ctx) ?? []));
  const entries = lists.flat().slice(0, mostAddresses);
  const lines = entries.map((entry) => addressLine(entry, exchange.hub.origin));
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</urlset>\n`;
  return exchange.http.body(text, 200, { 'content-type': 'application/xml; charset=utf-8' });
}

/** `/robots.txt`. */
export function sendRobots(exchange: Exchange): Response {
  const closed = ['/gestion', '/connexion', '/mon-compte', '/courrier-local', '/recherche'];
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${exchange.hub.origin}/sitemap.xml`,
  ];
  return exchange.http.body(`${lines.join('\n')}\n`, 200, { 'content-type': 'text/plain; charset=utf-8' });
}

function addressLine({ path, changedAt }: SiteMapEntry, origin: string): string {
  const address = escaped(new URL(path, origin).href);
  return `<url><loc>${address}</loc>${changedAt ? `<lastmod>${changedAt.round('second').toString()}</lastmod>` : ''}</url>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
