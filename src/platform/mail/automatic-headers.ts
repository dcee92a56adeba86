import { safeAddress, safeLink } from './mail-headers.ts';

/** One address that answers both the link (GET, a page) and RFC 8058 (POST, at once). */
export interface Unsubscription {
  url: string;
  mailto?: string;
}

/** What says to machines that a machine wrote, and how to stop it. */
export function automaticHeaders(unsubscribe: Unsubscription | undefined): Record<string, string> {
  const automatic = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
  if (!unsubscribe) return automatic;
  const url = safeLink(unsubscribe.url);
  const ways = [
    `<${url}>`,
    ...(unsubscribe.mailto === undefined ? [] : [`<mailto:${safeAddress({ address: unsubscribe.mailto }).address}>`]),
  ];
  return {
    ...automatic,
    Precedence: 'bulk',
    'List-Unsubscribe': ways.join(', '),
    // RFC 8058 wants HTTPS; a trial installation has none.
    ...(url.startsWith('https:') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
  };
}
