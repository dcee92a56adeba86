/** What two ways of writing a site's address have in common: `https://www.Exemple.fr/` → `exemple.fr`. */
export function websiteKey(address: string): string {
  const url = URL.parse(address);
  if (!url) return '';
  return (url.hostname.replace(/^www\./, '') + url.pathname.replace(/\/+$/, '')).toLowerCase();
}
