import ipaddr from 'ipaddr.js';

/**
 * The address of the visitor. X-Forwarded-For is believed only as far as proxies we were told to trust wrote it: read
 * from the right, the first address that is not one of theirs.
 */
export function clientAddress(
  socket: string | undefined,
  forwarded: string | undefined,
  trusted: readonly string[],
): string {
  let current = plain(socket ?? '');
  const hops = (forwarded ?? '').split(',').map((part) => plain(part.trim()));
  while (hops.length > 0 && isTrusted(current, trusted)) {
    const previous = hops.pop();
    if (!previous) break;
    current = previous;
  }
  return current || 'unknown';
}

/** Whether the connection comes from a proxy we were told to trust. */
export function isTrusted(address: string, trusted: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return trusted.some((range) => {
    const [network, bits] = ipaddr.parseCIDR(
      range.includes('/') ? range : `${range}/${range.includes(':') ? 128 : 32}`,
    );
    return network.kind() === parsed.kind() && parsed.match(network, bits);
  });
}

function plain(text: string): string {
  const bare = text.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d{1,3}(\.\d{1,3}){3}):\d+$/, '$1');
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : '';
}
