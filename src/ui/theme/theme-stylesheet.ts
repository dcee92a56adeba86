import type { Palette, Theme } from './derive-theme.ts';

const property = (token: string): string => `--${token.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

function declarations(palette: Palette): string {
  return Object.entries(palette)
    .map(([token, hex]) => `${property(token)}:${hex}`)
    .join(';');
}

/** Writes a theme as a stylesheet: custom properties in sRGB hex, with a block for dark screens. Paper stays light in print. */
export function themeStylesheet(theme: Theme): string {
  return (
    `:root{color-scheme:light dark;${declarations(theme.light)}}` +
    `@media screen and (prefers-color-scheme:dark){:root{${declarations(theme.dark)}}}`
  );
}
