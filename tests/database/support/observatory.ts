/** The rules of the HTTP Observatory of Mozilla (algorithm 6) that an answer's own headers decide. */
export interface Score {
  total: number;
  /** What was taken or given, by rule. */
  parts: Record<string, number>;
}

/** Scores the headers of an answer served over TLS. Bonuses count only above 90. */
export function observatoryScore(headers: Headers): Score {
  const policy = policyOf(headers.get('content-security-policy') ?? '');
  const parts: Record<string, number> = {
    policy: policyScore(policy),
    cookies: cookieScore(headers.getSetCookie()),
    cors: headers.get('access-control-allow-credentials') === 'true' ? -50 : 0,
    transport: transportScore(headers.get('strict-transport-security') ?? ''),
    referrer: referrerScore(headers.get('referrer-policy') ?? ''),
    sniffing: headers.get('x-content-type-options') === 'nosniff' ? 0 : -5,
    framing:
      policy.has('frame-ancestors') || /^(deny|sameorigin)$/i.test(headers.get('x-frame-options') ?? '') ? 5 : -20,
    resource: /^same-(origin|site)$/.test(headers.get('cross-origin-resource-policy') ?? '') ? 10 : 0,
    opener: headers.get('cross-origin-opener-policy') === 'same-origin' ? 10 : 0,
    embedder: /^(require-corp|credentialless)$/.test(headers.get('cross-origin-embedder-policy') ?? '') ? 10 : 0,
  };
  const values = Object.values(parts);
  const sum = (list: number[]): number => list.reduce((all, one) => all + one, 0);
  const plain = 100 + sum(values.filter((value) => value < 0));
  return { total: Math.max(0, plain >= 90 ? plain + sum(values.filter((value) => value > 0)) : plain), parts };
}

type Policy = ReadonlyMap<string, readonly string[]>;

function policyOf(text: string): Policy {
  return new Map(
    text
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .flatMap(([name, ...sources]) => (name ? [[name.toLowerCase(), sources] as const] : [])),
  );
}

function policyScore(policy: Policy): number {
  if (policy.size === 0) return -25;
  const of = (name: string): readonly string[] => policy.get(name) ?? policy.get('default-src') ?? ["'unsafe-inline'"];
  const scripts = of('script-src');
  if (scripts.includes("'unsafe-inline'") || scripts.some((source) => /^(\*|https?:|data:)$/.test(source))) return -20;
  if (scripts.includes("'unsafe-eval'")) return -10;
  if (of('style-src').includes("'unsafe-inline'")) return 0;
  const forms = policy.get('form-action')?.join(' ') ?? '';
  return policy.get('default-src')?.join() === "'none'" && ["'self'", "'none'"].includes(forms) ? 10 : 5;
}

function cookieScore(cookies: readonly string[]): number {
  const has = (cookie: string, attribute: RegExp): boolean =>
    cookie
      .split(';')
      .slice(1)
      .some((part) => attribute.test(part.trim()));
  if (cookies.length === 0) return 0;
  if (cookies.some((cookie) => !has(cookie, /^secure$/i))) return -40;
  if (cookies.some((cookie) => !has(cookie, /^httponly$/i))) return -30;
  if (cookies.some((cookie) => !has(cookie, /^samesite=(lax|strict)$/i))) return -20;
  return 5;
}

function transportScore(value: string): number {
  const seconds = Number(/max-age=(\d+)/.exec(value)?.[1] ?? 0);
  if (seconds === 0) return -20;
  return seconds >= 15_552_000 ? 0 : -10;
}

function referrerScore(value: string): number {
  if (/^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/.test(value)) return 5;
  return value === '' ? 0 : -5;
}
