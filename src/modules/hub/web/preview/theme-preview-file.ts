import type { Exchange } from '#platform/http/exchange.ts';
import { deriveTheme } from '#ui/theme/derive-theme.ts';
import { isHexColour } from '#ui/theme/oklch.ts';
import { themeStylesheet } from '#ui/theme/theme-stylesheet.ts';
import { currentSettings } from '../hub-look.ts';

// The page in small, in its own colours, kept in view while one chooses.
const miniature =
  '[data-preview]{zoom:.55;color:var(--ink);background:var(--paper)}' +
  '@media (min-width:60em){.side:has([data-preview]){position:sticky;inset-block-start:1rem;max-block-size:calc(100vh - 2rem);overflow:hidden;border-radius:var(--radius)}}';

/** `/gestion/reglages/apercu.css`: the theme of two colours, for the preview only. */
export async function sendThemePreview(exchange: Exchange): Promise<Response> {
  const settings = await currentSettings(exchange.ctx);
  const colour = (name: 'brandColor' | 'accentColor'): string =>
    isHexColour(exchange.query(name)) ? exchange.query(name) : settings[name];
  const theme = themeStylesheet(deriveTheme({ brand: colour('brandColor'), accent: colour('accentColor') }));
  return exchange.http.body(`${theme.replaceAll(':root', '[data-preview]')}${miniature}`, 200, {
    'content-type': 'text/css; charset=utf-8',
  });
}
