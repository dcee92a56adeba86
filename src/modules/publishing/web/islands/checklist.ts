/**
 * `<es-checklist data-key>`: keeps on this device what the reader ticked, by the words of each line so that a sheet
 * rewritten forgets only what changed, and says how far she is.
 */
export class ChecklistIsland extends HTMLElement {
  private get key(): string {
    return `fiche:${this.dataset['key'] ?? ''}`;
  }

  private get boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[data-item]')];
  }

  connectedCallback(): void {
    const ticked = new Set(this.read());
    for (const box of this.boxes) box.checked = ticked.has(box.dataset['item'] ?? '');
    const tools = this.querySelector<HTMLElement>('[data-tools]');
    if (tools) tools.hidden = false;
    this.addEventListener('change', () => this.keep());
    this.querySelector('[data-print]')?.addEventListener('click', () => print());
    this.querySelector('[data-clear]')?.addEventListener('click', () => {
      for (const box of this.boxes) box.checked = false;
      this.keep();
    });
    this.tell();
  }

  private keep(): void {
    const ticked = this.boxes.filter((box) => box.checked).map((box) => box.dataset['item'] ?? '');
    try {
      if (ticked.length > 0) localStorage.setItem(this.key, JSON.stringify(ticked));
      else localStorage.removeItem(this.key);
    } catch {
      // Private browsing or a full store: the boxes work, and are forgotten with the page.
    }
    this.tell();
  }

  private read(): string[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.key) ?? '[]');
      return Array.isArray(kept) ? kept.filter((item) => typeof item === 'string') : [];
    } catch {
      return [];
    }
  }

  private tell(): void {
    const place = this.querySelector<HTMLElement>('[data-progress]');
    if (!place) return;
    const done = this.boxes.filter((box) => box.checked).length;
    place.hidden = false;
    place.textContent =
      done === this.boxes.length ? 'Tout est fait, bravo\u202f!' : `${done} sur ${this.boxes.length} cochées`;
  }
}

customElements.define('es-checklist', ChecklistIsland);
