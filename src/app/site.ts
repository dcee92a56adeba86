import { createHash } from 'node:crypto';
import { readMenu, type MenuLine } from '#modules/publishing/index.ts';
import { readHubSettings } from '#modules/hub/index.ts';
import type { HubSettings } from '#modules/hub/index.ts';
import type { Databases } from '#platform/db/database.ts';
import { keepable, type KeptAnswer } from '#platform/http/page-cache.ts';
import { deriveTheme } from '#ui/theme/derive-theme.ts';
import { oklchFromHex } from '#ui/theme/oklch.ts';
import { themeStylesheet } from '#ui/theme/theme-stylesheet.ts';

/** What dressing any page of a hub needs, kept in memory until the hub changes. */
export interface Site {
  settings: HubSettings;
  /** The menu the hub made; null while it follows the common one. */
  menu: readonly MenuLine[] | null;
  /** Hue of the brand colour, in degrees of OKLCH: that of the hub's landscapes. */
  hue: number;
  stylesheetHref: string;
  stylesheet: KeptAnswer;
}

/** The dressed hubs of one process. */
export interface Sites {
  of(hubId: string): Promise<Site | null>;
  forget(hubId: string | '*'): void;
}

/** Puts each hub's colours after the common stylesheet, so that a page needs one file only. */
export function createSites(databases: Databases, commonStylesheet: string): Sites {
  const kept = new Map<string, Promise<Site | null>>();

  async function read(hubId: string): Promise<Site | null> {
    const db = databases.forHub(hubId);
    const [settings, menu] = await Promise.all([readHubSettings(db, hubId), readMenu(db)]);
    if (!settings) return null;
    const colours = themeStylesheet(deriveTheme({ brand: settings.brandColor, accent: settings.accentColor }));
    // After the common sheet: the colours it falls back on are replaced by the hub's.
    const text = `${commonStylesheet}\n${colours}`;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 12);
    const headers = new Headers({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    return {
      settings,
      menu: menu?.lines ?? null,
      hue: oklchFromHex(settings.brandColor).h,
      stylesheetHref: `/assets/site-${name}.css`,
      stylesheet: keepable(headers, new TextEncoder().encode(text), true),
    };
  }

  return {
    of(hubId) {
      let site = kept.get(hubId);
      if (!site) {
        site = read(hubId);
        kept.set(hubId, site);
        // Neither a failed read nor an absent hub is kept: the next request asks again.
        const reading = site;
        const drop = (): void => {
          if (kept.get(hubId) === reading) kept.delete(hubId);
        };
        reading.then((found) => found ?? drop(), drop);
      }
      return site;
    },
    forget(hubId) {
      if (hubId === '*') kept.clear();
      else kept.delete(hubId);
    },
  };
}
