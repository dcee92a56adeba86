/** The addresses of the search. */
export const searchPath = '/recherche';
export const suggestionsPath = '/recherche/suggestions';

/** The search of these words; of one kind, and a further page, when told. */
export function searchHref(text: string, more: { kind?: string | undefined; page?: number } = {}): string {
  const query = new URLSearchParams({ q: text });
  if (more.kind) query.set('quoi', more.kind);
  if (more.page && more.page > 1) query.set('page', String(more.page));
  return `${searchPath}?${query.toString()}`;
}

/** The form by which to ask the hub what the site does not say. */
export function askHref(text: string): string {
  const query = new URLSearchParams({ ...(text ? { sujet: text } : {}), de: searchPath });
  return `/contact?${query.toString()}`;
}
