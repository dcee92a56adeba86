/** What stands behind a secret address: never kept, its address told to no other site. */
export function sealed(response: Response): Response {
  response.headers.set('referrer-policy', 'no-referrer');
  response.headers.set('cache-control', 'private, no-store');
  response.headers.set('x-robots-tag', 'noindex, nofollow, noarchive');
  return response;
}
