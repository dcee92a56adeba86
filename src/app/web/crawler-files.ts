import type { Module, SiteMapEntry } from '#platform/contributions/module.ts';
import type { Context } from '#platform/context/context.ts';
import type { Exchange } from '#platform/http/exchange.ts';

// The protocol takes 50,000 addresses a file.
const mostAddresses = 50_000;
const linesAChunk = 500;
const headers = { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' };
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const minutesRemembered = 10;

/** Draws the site map of each hub while it is read, so that no list of addresses stands in memory. */
export class SiteMaps {
  private readonly modules: () => readonly Module[];
  // Counting reads all addresses: remembered for a while, one number a hub.
  private readonly counts = new Map<string, { count: number; until: number }>();

  constructor(modules: () => readonly Module[]) {
    this.modules = modules;
  }

  /** `/sitemap.xml`: every public page that modules declare, or the list of its parts when there are too many. */
  async sendFirst(exchange: Exchange): Promise<Response> {
    const parts = Math.ceil((await this.countOf(exchange.ctx)) / mostAddresses);
    return parts > 1 ? sendIndex(exchange, parts) : this.send(exchange, 0);
  }

  /** `/sitemap-1.xml` and the next ones. */
  async sendPart(exchange: Exchange): Promise<Response> {
    const part = Number(/^sitemap-([1-9]\d{0,3})\.xml$/.exec(exchange.param('file'))?.[1] ?? 0);
    const parts = Math.ceil((await this.countOf(exchange.ctx)) / mostAddresses);
    return part >= 1 && part <= parts ? this.send(exchange, (part - 1) * mostAddresses) : exchange.notFound();
  }

  private async countOf(ctx: Context): Promise<number> {
    const known = this.counts.get(ctx.hubId);
    const now = performance.now();
    if (known && known.until > now) return known.count;
    let count = 0;
    for await (const _entry of this.entries(ctx)) count += 1;
    this.counts.set(ctx.hubId, { count, until: now + minutesRemembered * 60_000 });
    return count;
  }

  private async *entries(ctx: Context): AsyncGenerator<SiteMapEntry> {
    for (const module of this.modules()) if (module.siteMap) yield* module.siteMap(ctx);
  }

  private send(exchange: Exchange, skip: number): Response {
    const chunks = drawn(this.entries(exchange.ctx), exchange.hub.origin, skip);
    return exchange.http.body(streamOf(chunks), 200, headers);
  }
}

/** The file in chunks of some tens of kilobytes. */
async function* drawn(entries: AsyncIterable<SiteMapEntry>, origin: string, skip: number): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${namespace}">\n`;
  let at = 0;
  let lines: string[] = [];
  for await (const entry of entries) {
    at += 1;
    if (at <= skip) continue;
    if (at > skip + mostAddresses) break;
    lines.push(addressLine(entry, origin));
    if (lines.length < linesAChunk) continue;
    yield lines.join('');
    lines = [];
  }
  yield `${lines.join('')}</urlset>\n`;
}

/** Reads the next chunk only when the visitor took the last: a slow one costs no memory. */
function streamOf(chunks: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}

function sendIndex(exchange: Exchange, parts: number): Response {
  const lines = Array.from(
    { length: parts },
    (_, index) => `<sitemap><loc>${escaped(`${exchange.hub.origin}/sitemap-${index + 1}.xml`)}</loc></sitemap>\n`,
  );
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="${namespace}">\n${lines.join('')}</sitemapindex>\n`;
  return exchange.http.body(text, 200, headers);
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
  return `<url><loc>${address}</loc>${changedAt ? `<lastmod>${changedAt.round('second').toString()}</lastmod>` : ''}</url>\n`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
