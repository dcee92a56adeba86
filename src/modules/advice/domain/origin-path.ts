/** The path of the page somebody came from, without what followed it, or nothing when it is not a path of a site. */
export function originPath(text: string): string {
  const [path = ''] = text.trim().split(/[?#]/);
  if (path.length > 300 || !/^\/(?![/\\])[\w\-./%~]*$/.test(path)) return '';
  // A private link says who somebody is: its secret is not kept.
  const isPrivate = /^\/(demande|gestion)(\/|$)/.test(path) || path.split('/').some(isSecret);
  return isPrivate ? '' : path;
}

// Addresses of pages are in small letters; a secret of a link is long and holds capitals.
const isSecret = (step: string): boolean => step.length >= 20 && /[A-Z]/.test(step);
