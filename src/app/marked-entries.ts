import type { ShownEntry } from '#modules/publishing/index.ts';
import type { NavigationItem } from '#ui/layout/site.ts';

/** A menu with the entry of the page being read marked: of those that lead near it, the nearest. */
export function markedEntries(entries: readonly ShownEntry[], section: string): NavigationItem[] {
  const leadsHere = (href: string): boolean =>
    href === section || (href !== '/' && href.startsWith('/') && section.startsWith(`${href}/`));
  const nearest = entries
    .flatMap(({ href, items }) => [href, ...items.map((item) => item.href)])
    .filter(leadsHere)
    .reduce((best, href) => (href.length > best.length ? href : best), '');
  const isHere = (href: string): boolean => nearest !== '' && href === nearest;
  return entries.map(({ label, href, items }) => ({
    label,
    href,
    current: isHere(href) || items.some((item) => isHere(item.href)),
    ...(items.length > 0 ? { items: items.map((item) => ({ ...item, current: isHere(item.href) })) } : {}),
  }));
}
