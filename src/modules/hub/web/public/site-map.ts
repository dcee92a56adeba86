import type { SiteMapEntry } from '#platform/contributions/module.ts';
import { paths } from '../paths.ts';

const pages = [paths.contact, paths.legal, paths.privacy, paths.accessibility];

/** The hub's own pages, as search engines may list them. */
export async function* hubSiteMap(): AsyncGenerator<SiteMapEntry> {
  for (const path of pages) yield { path, changedAt: null };
}
