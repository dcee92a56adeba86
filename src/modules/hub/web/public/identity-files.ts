import type { Exchange } from '#platform/http/exchange.ts';
import { deriveTheme } from '#ui/theme/derive-theme.ts';
import { currentSettings } from '../hub-look.ts';
import { paths } from '../paths.ts';

/** `/icone.svg`: the mark of the kit, in the hub's colours. */
export async function sendFavicon(exchange: Exchange): Promise<Response> {
  const { brandColor, accentColor } = await currentSettings(exchange.ctx);
  const { light, dark } = deriveTheme({ brand: brandColor, accent: accentColor });
  // The icon is a document of its own: its style is not the page's, and the policy of pages does not reach it.
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">` +
    `<rect width="48" height="48" rx="12" fill="${light.brandSoft}"/>` +
    `<circle cx="33" cy="17" r="8" fill="${light.accent}"/>` +
    `<path fill="${light.brand}" d="M0 36V30c6-10 13-11 19-4s11 7 29-6v16a12 12 0 0 1-12 12H12A12 12 0 0 1 0 36z"/>` +
    `<path fill="${dark.deep}" opacity=".25" d="M0 38c14-8 30-6 48-2v0a12 12 0 0 1-12 12H12A12 12 0 0 1 0 38z"/></svg>`;
  return textFile(exchange, svg, 'image/svg+xml');
}

/** `/site.webmanifest`: what a phone needs to put the site among its applications. */
export async function sendManifest(exchange: Exchange): Promise<Response> {
  const { name, promise, brandColor, accentColor } = await currentSettings(exchange.ctx);
  const { light } = deriveTheme({ brand: brandColor, accent: accentColor });
  const manifest = {
    name,
    short_name: name.length > 20 ? name.slice(0, 19).trimEnd() : name,
    description: promise,
    lang: 'fr',
    start_url: '/',
    display: 'browser',
    background_color: light.paper,
    theme_color: light.brand,
    icons: [{ src: paths.favicon, type: 'image/svg+xml', sizes: 'any', purpose: 'any' }],
  };
  return textFile(exchange, JSON.stringify(manifest), 'application/manifest+json');
}

/** `/.well-known/security.txt` (RFC 9116): where to tell a weakness. Renewed at each reading. */
export function sendSecurityText(exchange: Exchange): Response {
  const { origin } = exchange.hub;
  const expires = exchange.ctx.clock
    .now()
    .add({ hours: 24 * 180 })
    .round('second');
  const lines = [
    `Contact: ${origin}${paths.contact}`,
    `Expires: ${expires.toString()}`,
    'Preferred-Languages: fr, en',
    `Canonical: ${origin}${paths.securityText}`,
  ];
  return textFile(exchange, `${lines.join('\n')}\n`, 'text/plain; charset=utf-8');
}

function textFile(exchange: Exchange, body: string, type: string): Response {
  return exchange.http.body(body, 200, { 'content-type': type, 'cache-control': 'public, max-age=3600' });
}
