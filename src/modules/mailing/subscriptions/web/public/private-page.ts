import type { Exchange, PageView } from '#platform/http/exchange.ts';

/** A page behind a secret address: never indexed, never kept, its address told to no other site. */
export async function privatePage(exchange: Exchange, view: PageView): Promise<Response> {
  const response = await exchange.page({ ...view, indexed: false });
  response.headers.set('referrer-policy', 'no-referrer');
  response.headers.set('cache-control', 'private, no-store');
  response.headers.set('x-robots-tag', 'noindex, nofollow, noarchive');
  return response;
}
