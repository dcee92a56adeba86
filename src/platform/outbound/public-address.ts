import ipaddr from 'ipaddr.js';

/**
 * Addresses no public site has. Written out rather than left to a library's range names, which have been incomplete
 * elsewhere (CVE-2026-22874 of Gitea). Sources: IANA special-purpose registries, RFC 6890 and its updates.
 */
const notPublic = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // shared by carriers
  '127.0.0.0/8', // loopback
  '168.63.129.16/32', // virtual host of Azure, public in form only
  '169.254.0.0/16', // link-local, metadata of most clouds
  '172.16.0.0/12', // private
  '192.0.0.0/24', // IETF protocols
  '192.0.2.0/24', // documentation
  '192.31.196.0/24', // AS112
  '192.52.193.0/24', // AMT
  '192.88.99.0/24', // relays of 6to4
  '192.168.0.0/16', // private
  '192.175.48.0/24', // AS112
  '198.18.0.0/15', // measurements
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, broadcast
  '2001::/23', // IETF protocols: Teredo, ORCHID, benchmarking
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4, carries an IPv4 address
  '2620:4f:8000::/48', // AS112
  '3fff::/20', // documentation
].map((range) => ipaddr.parseCIDR(range));

/**
 * The only part of IPv6 given to public sites. All that embeds or hides another address lies outside it:
 * IPv4-mapped (::ffff:0:0/96), IPv4-compatible (::/96), NAT64 (64:ff9b::/96, 64:ff9b:1::/48), unique local,
 * link-local, site-local, multicast.
 */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether a resolved address belongs to the public Internet. Anything that does not parse does not. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.kind() === 'ipv6' && !address.match(globalUnicast)) return false;
  return !notPublic.some((range) => address.kind() === range[0].kind() && address.match(range));
}

/** Whether an address stays on this machine (127.0.0.0/8, ::1). */
export function isLoopbackAddress(text: string): boolean {
  return ipaddr.isValid(text) && ipaddr.parse(text).range() === 'loopback';
}
