import { deriveTheme } from '../theme/derive-theme.ts';
import { isHexColour } from '../theme/oklch.ts';

const property = (token: string): string => `--${token.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/**
 * `<es-theme-preview data-brand="name" data-accent="name">` around a form and an element marked `data-preview`:
 * the colours being chosen show there at once, through the very derivation the server uses.
 */
export class ThemePreview extends HTMLElement {
  connectedCallback(): void {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const show = (): void => {
      const brand = this.colour(this.dataset['brand'] ?? 'brand');
      const accent = this.colour(this.dataset['accent'] ?? 'accent');
      if (!brand || !accent) return;
      const palette = deriveTheme({ brand, accent })[dark.matches ? 'dark' : 'light'];
      for (const preview of this.querySelectorAll<HTMLElement>('[data-preview]')) {
        for (const [token, hex] of Object.entries(palette)) preview.style.setProperty(property(token), hex);
      }
    };
    this.addEventListener('input', ({ target }) => {
      // Touching the free colour chooses it.
      if (target instanceof HTMLInputElement && target.type === 'color') {
        const radio = this.querySelector<HTMLInputElement>(
          `[name="${CSS.escape(target.name.replace(/-libre$/, ''))}"][value=libre]`,
        );
        if (radio) radio.checked = true;
      }
      show();
    });
    dark.addEventListener('change', show);
    show();
  }

  private colour(name: string): string | undefined {
    const field = (of: string): string | undefined =>
      this.querySelector<HTMLInputElement>(
        `[name="${CSS.escape(of)}"]:checked, [name="${CSS.escape(of)}"]:not([type=radio])`,
      )?.value;
    const chosen = field(name);
    const colour = chosen === 'libre' ? field(`${name}-libre`) : chosen;
    return colour && isHexColour(colour) ? colour : undefined;
  }
}
