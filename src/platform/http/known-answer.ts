import type { Exchange } from './exchange.ts';

/** Headers by which whoever asks again is told that nothing changed. */
export interface Validators {
  etag: string;
  'last-modified': string;
}

/** Whether the reader has this very answer already (RFC 9110 §13.1): a 304 is then enough. */
export function isKnownAnswer({ http }: Exchange, headers: Validators): boolean {
  const tags = http.req.header('if-none-match');
  if (tags !== undefined) return tags.split(/\s*,\s*/).includes(headers.etag);
  const since = Date.parse(http.req.header('if-modified-since') ?? '');
  return Date.parse(headers['last-modified']) <= since;
}
