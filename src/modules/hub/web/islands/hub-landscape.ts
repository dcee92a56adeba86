import { heroLandscape } from '#ui/relief/landscapes.ts';
import { isMotif } from '#ui/relief/relief-cover.ts';
import { isHexColour, oklchFromHex } from '#ui/theme/oklch.ts';

/**
 * `<es-hub-landscape data-brand="field" data-motif="field">` around a hero, inside the form's `<es-theme-preview>`: draws
 * its landscape again with the colour and the motif being chosen, by the very drawing the server uses.
 */
class HubLandscape extends HTMLElement {
  connectedCallback(): void {
    const choices = this.closest('es-theme-preview');
    const picture = this.querySelector('.hero-land');
    if (!choices || !picture) return;
    const chosen = (name = ''): string =>
      choices.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]:checked`)?.value ?? '';
    choices.addEventListener('input', () => {
      const { brand = '', motif, seed = '' } = this.dataset;
      const colour =
        chosen(brand) === 'libre'
          ? choices.querySelector<HTMLInputElement>(`[name="${CSS.escape(brand)}-libre"]`)?.value
          : chosen(brand);
      const wanted = chosen(motif);
      if (colour && isHexColour(colour) && isMotif(wanted))
        picture.innerHTML = heroLandscape(seed, { hue: oklchFromHex(colour).h, motif: wanted });
    });
  }
}

customElements.define('es-hub-landscape', HubLandscape);
