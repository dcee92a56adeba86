/** The path of the page somebody came from, without what followed it, or nothing when it is not a path of a site. */
export function originPath(text: string): string {
  const [path = ''] = text.trim().split(/[?#]/);
  if (path.length > 300 || !/^\/(?![/\\])[\w\-./%~]*$/.test(path)) return '';
  // A private link says who somebody is: its secret is not kept.
  return path.startsWith('/demande') || path.startsWith('/gestion') ? '' : path;
}
