/** A page whose address is a secret: it stays with whoever received it, and is kept nowhere. */
export function asPrivate(response: Response): Response {
  response.headers.set('cache-control', 'private, no-store');
  // Our own form still says where it comes from, which browsers without `Sec-Fetch-Site` need.
  response.headers.set('referrer-policy', 'same-origin');
  return response;
}
