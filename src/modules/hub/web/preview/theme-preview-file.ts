import type { Exchange } from '#platform/http/exchange.ts';
import { deriveTheme } from '#ui/theme/derive-theme.ts';
import { isHexColour } from '#ui/theme/oklch.ts';
import { themeStylesheet } from '#ui/theme/theme-stylesheet.ts';
import { currentSettings } from '../hub-look.ts';

/** `/gestion/reglages/apercu.css`: the theme of two colours, for the preview only. */
export async function sendThemePreview(exchange: Exchange): Promise<Response> {
  const settings = await currentSettings(exchange.ctx);
  const colour = (name: 'brandColor' | 'accentColor'): string => (isHexColour(exchange.query(name)) ? exchange.query(name) : settings[name]);
  const theme = themeStylesheet(deriveTheme({ brand: colour('brandColor'), accent: colour('accentColor') }));
  const text = `${theme.replaceAll(':root', '[data-preview]')}[data-preview]{color:var(--ink);background:var(--paper)}`;
  return exchange.http.body(text, 200, { 'content-type': 'text/css; charset=utf-8' });
}
