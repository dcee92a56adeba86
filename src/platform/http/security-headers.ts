export const policyHeader = 'content-security-policy';

/** What the headers depend on. */
export interface HeaderSituation {
  secure: boolean;
  /** Origins of the base map, when the host chose one. */
  mapOrigins: readonly string[];
  shared: 'data' | 'frame' | undefined;
}

/**
 * Headers of every answer. The policy allows nothing inline: pages are drawn with classes and SVG attributes, scripts
 * and styles are files of ours.
 */
export function securityHeaders(situation: HeaderSituation): [string, string][] {
  const map = situation.mapOrigins.join(' ');
  const policy = [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data: blob: ${map}`.trim(),
    `font-src 'self'`,
    `connect-src 'self' ${map}`.trim(),
    `worker-src 'self' blob:`,
    `manifest-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `object-src 'none'`,
    `frame-ancestors ${situation.shared === 'frame' ? '*' : `'none'`}`,
  ].join('; ');
  const headers: [string, string][] = [
    [policyHeader, policy],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'strict-origin-when-cross-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', situation.shared ? 'cross-origin' : 'same-origin'],
    ['permissions-policy', 'geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()'],
    ['x-permitted-cross-domain-policies', 'none'],
  ];
  if (situation.shared !== 'frame') headers.push(['x-frame-options', 'DENY']);
  if (situation.shared === 'data') headers.push(['access-control-allow-origin', '*']);
  if (situation.secure) headers.push(['strict-transport-security', 'max-age=31536000; includeSubDomains']);
  return headers;
}

/** The policy of a page that may show players of these origins, and nothing else of theirs. */
export function policyWithPlayers(policy: string, origins: readonly string[]): string {
  const known = origins.filter((origin) => /^https:\/\/[a-z0-9.-]+(:\d+)?$/.test(origin)).join(' ');
  return known ? `${policy}; frame-src ${known}; media-src ${known}` : policy;
}

/** The policy of a page that shows others of this site in frames. */
export function policyWithOwnFrames(policy: string): string {
  return `${policy}; frame-src 'self'`;
}

/**
 * The headers of a mail shown in a frame of this site: its styles are inline, as mail programs want them, so nothing
 * of it may run, be sent or lead anywhere.
 */
export function mailPreviewHeaders(common: Readonly<Record<string, string>>): Record<string, string> {
  return {
    ...common,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-frame-options': 'SAMEORIGIN',
    [policyHeader]: `default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-same-origin allow-popups`,
  };
}
