import type { SiteMapEntry } from '#platform/contributions/module.ts';
import { paths } from '../paths.ts';

/** The hub's own pages, as search engines may list them. */
export async function hubSiteMap(): Promise<SiteMapEntry[]> {
  return [
    paths.home,
    paths.about,
    paths.plainWords,
    paths.contact,
    paths.legal,
    paths.privacy,
    paths.accessibility,
  ].map((path) => ({ path, changedAt: null }));
}
