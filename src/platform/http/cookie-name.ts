/** Name under which a cookie of ours goes to a site: over https, one that no other host can set (RFC 6265bis). */
export function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}
