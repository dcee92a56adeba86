import { OutboundRefused } from './outbound-refused.ts';

/**
 * Parses an address as browsers do (so every disguised IPv4 form becomes plain) and refuses what no import needs:
 * other schemes and ports, credentials. The caller still has to check where the host leads.
 * @throws OutboundRefused
 */
export function readUrl(text: string, base: URL | undefined, ports: { alsoAllowed: readonly number[] }): URL {
  const url = URL.parse(text, base?.href);
  if (!url) throw new OutboundRefused('unreadable');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new OutboundRefused('scheme');
  if (url.username !== '' || url.password !== '') throw new OutboundRefused('credentials');
  if (!['', '80', '443', ...ports.alsoAllowed.map(String)].includes(url.port)) throw new OutboundRefused('port');
  url.hash = '';
  return url;
}
