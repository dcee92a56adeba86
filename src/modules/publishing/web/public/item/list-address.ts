/** Filters of a list in its address: empty ones are left out, in a fixed order, so that one answer has one address. */
export function listHref(path: string, filters: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filters))
    if (value !== undefined && value !== '' && !(name === 'page' && value === 1)) search.set(name, String(value));
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** The page asked, from 1. */
export function askedPage(text: string): number {
  return Math.min(10_000, Math.max(1, Math.trunc(Number(text)) || 1));
}

/** One page of a list held in memory. */
export function pageOf<Item>(
  items: readonly Item[],
  page: number,
  size: number,
): { shown: readonly Item[]; pages: number; page: number } {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const at = Math.min(page, pages);
  return { shown: items.slice((at - 1) * size, at * size), pages, page: at };
}
