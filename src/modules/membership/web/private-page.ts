import type { Exchange, PageView } from '#platform/http/exchange.ts';

/** A page behind a secret address: never indexed, never kept, its address told to no other site. */
export async function privatePage(exchange: Exchange, view: PageView): Promise<Response> {
  return sealed(await exchange.page({ ...view, indexed: false }));
}
/** The headers of what stands behind a secret address. */
export function sealed(response: Response): Response {
  response.headers.set('referrer-policy', 'no-referrer');
  response.headers.set('cache-control', 'private, no-store');
  response.headers.set('x-robots-tag', 'noindex, nofollow, noarchive');
  return response;
}
