import type { Exchange, PageView } from '#platform/http/exchange.ts';

/** A page behind a secret address: never indexed, never kept, its address told to no other site. */
export async function privatePage(exchange: Exchange, view: PageView): Promise<Response> {
  const response = await exchange.page({ ...view, indexed: false });
  // Under « no-referrer » browsers send our own forms as from nowhere, and they would be refused.
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('cache-control', 'private, no-store');
  response.headers.set('x-robots-tag', 'noindex, nofollow, noarchive');
  return response;
}
