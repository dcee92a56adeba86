/** A path of this site to come back to, or null: never another site, whatever the browser makes of slashes. */
export function localPath(text: string | null | undefined): string | null {
  if (!text || text.length > 500 || !/^\/(?![/\\])[\w\-./?=&%~+,:@]*$/.test(text)) return null;
  const url = new URL(text, 'https://local.invalid');
  if (url.origin !== 'https://local.invalid' || url.pathname.startsWith('//')) return null;
  return url.pathname.startsWith('/connexion') || url.pathname.startsWith('/deconnexion')
    ? null
    : url.pathname + url.search;
}
