/**
 * The host a request asked for, made comparable: lower case, without port nor final dot, in ASCII form. Null when it is
 * no host name at all.
 */
export function comparableHost(header: string | undefined): string | null {
  if (!header || header.length > 260 || /[\s/\\@?#]/.test(header)) return null;
  try {
    const { hostname } = new URL(`http://${header}`);
    return hostname.replace(/\.$/, '') || null;
  } catch {
    return null;
  }
}

/** Whether a host is this machine itself. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** What the installation knows of its hosts. */
export interface KnownHosts {
  /** Declared domains. */
  domains: ReadonlyMap<string, string>;
  /** Open hubs by slug, oldest first, demonstrations last. */
  hubs: readonly { id: string; slug: string }[];
  /** Host of the installation's public address. */
  mainHost: string | null;
}

/**
 * The hub that answers on a host: the one that declared it; else, on the installation's own host or on this machine,
 * the one named by the first label, or the oldest. Any other host is nobody's, so that a forged one leads nowhere.
 */
export function hubOfHost(host: string, known: KnownHosts): string | null {
  const declared = known.domains.get(host);
  if (declared) return known.hubs.some((hub) => hub.id === declared) ? declared : null;
  const oldest = known.hubs[0]?.id ?? null;
  if (host === known.mainHost || host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host))
    return oldest;
  for (const parent of [known.mainHost, 'localhost']) {
    if (!parent || !host.endsWith(`.${parent}`)) continue;
    const label = host.slice(0, -parent.length - 1);
    return known.hubs.find((hub) => hub.slug === label)?.id ?? null;
  }
  return null;
}
