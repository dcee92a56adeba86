const pauseMs = 700;

/** `<es-block-editor data-source>`: blocks move, come and go without leaving the page, and show what is typed in them. */
class BlockEditor extends HTMLElement {
  private pause = 0;
  private asked: AbortController | undefined;

  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (!button || button.name !== 'act' || button.type === 'button') return;
      if (this.act(button)) event.preventDefault();
    });
    const soon = (): void => {
      clearTimeout(this.pause);
      this.pause = window.setTimeout(() => void this.look(), pauseMs);
    };
    this.addEventListener('input', soon);
    this.addEventListener('change', soon);
  }

  /** Whether the button was dealt with here. */
  private act(button: HTMLButtonElement): boolean {
    const { value, dataset } = button;
    const piece = button.closest<HTMLElement>('.block-item, .block-edit');
    switch (dataset['move']) {
      case 'up':
      case 'down':
        if (piece) this.move(piece, dataset['move'], button);
        return true;
      case 'remove':
        if (piece) this.takeOff(piece);
        return true;
    }
    if (value.startsWith('item-add-')) {
      void this.bring(value).then((item) => item && this.show(button.previousElementSibling, item));
      return true;
    }
    if (value.startsWith('block-add-')) {
      void this.bring(value).then((block) => block && this.place(block));
      return true;
    }
    if (value.startsWith('block-double-') && piece) {
      void this.bring(value).then((block) => {
        if (!block) return;
        piece.after(block);
        this.drawn(block);
      });
      return true;
    }
    if (value.startsWith('block-search-') && piece) {
      void this.bring(value).then((block) => {
        const found = block?.querySelector('.picked-cards');
        if (found) piece.querySelector('.picked-cards')?.replaceWith(found);
      });
      return true;
    }
    return false;
  }

  private move(piece: HTMLElement, way: 'up' | 'down', button: HTMLElement): void {
    const other = way === 'up' ? piece.previousElementSibling : piece.nextElementSibling;
    if (!other) return;
    if (way === 'up') other.before(piece);
    else other.after(piece);
    button.focus();
    piece.scrollIntoView({ block: 'nearest' });
    const siblings = [...(piece.parentElement?.children ?? [])];
    this.say(`Place ${siblings.indexOf(piece) + 1} sur ${siblings.length}`);
    this.changed();
  }

  private takeOff(piece: HTMLElement): void {
    const note = document.createElement('li');
    note.className = 'block-removed';
    const words = document.createElement('span');
    words.textContent = 'Retiré. ';
    const back = document.createElement('button');
    back.type = 'button';
    back.className = 'button ghost small';
    back.textContent = 'Le remettre';
    back.addEventListener('click', () => {
      note.replaceWith(piece);
      piece.querySelector('button')?.focus();
      this.changed();
    });
    note.append(words, back);
    piece.replaceWith(note);
    back.focus();
    this.changed();
  }

  /** A new block goes where « Où » says. */
  private place(block: HTMLElement): void {
    const list = this.querySelector('[data-blocks]');
    const where = this.querySelector<HTMLSelectElement>('select[name="bloc-apres"]')?.value ?? '';
    const before = this.querySelector(`[data-block="${CSS.escape(where)}"]`);
    if (where === 'debut') list?.prepend(block);
    else if (before) before.after(block);
    else list?.append(block);
    this.querySelector('[data-none]')?.remove();
    const palette = this.querySelector<HTMLDetailsElement>('.block-palette');
    if (palette) palette.open = false;
    this.drawn(block);
  }

  private show(list: Element | null, item: HTMLElement): void {
    list?.append(item);
    this.drawn(item);
  }

  private drawn(piece: HTMLElement): void {
    document.dispatchEvent(new Event('es-drawn'));
    piece.scrollIntoView({ block: 'nearest' });
    piece.querySelector<HTMLElement>('details input:not([type=hidden]), input:not([type=hidden])')?.focus();
    this.changed();
  }

  private changed(): void {
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** The piece that an act would draw. */
  private async bring(act: string): Promise<HTMLElement | null> {
    const drawn = await this.ask(act, new AbortController());
    return drawn?.querySelector<HTMLElement>('li') ?? null;
  }

  /** Shows each block as it now is. */
  private async look(): Promise<void> {
    this.asked?.abort();
    this.asked = new AbortController();
    const drawn = await this.ask('', this.asked);
    for (const look of drawn?.querySelectorAll<HTMLElement>('[data-look]') ?? []) {
      const place = this.querySelector(`[data-look="${CSS.escape(look.dataset['look'] ?? '')}"]`);
      if (place && place.innerHTML !== look.innerHTML) place.replaceWith(look);
    }
    document.dispatchEvent(new Event('es-drawn'));
  }

  private async ask(act: string, { signal }: AbortController): Promise<HTMLElement | null> {
    const form = this.closest('form');
    if (!form) return null;
    const sent = new URLSearchParams();
    // Files stay here until the form is saved.
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') sent.append(name, value);
    sent.set('act', act);
    try {
      const answer = await fetch(this.dataset['source'] ?? '', { method: 'POST', body: sent, signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const drawn = document.createElement('div');
      drawn.innerHTML = await answer.text();
      return drawn;
    } catch {
      if (!signal.aborted) this.say('La connexion ne répond pas : réessayez. Ce que vous avez écrit est toujours là.');
      return null;
    }
  }

  private say(words: string): void {
    const said = this.querySelector('[data-said]');
    if (said) said.textContent = words;
  }
}

customElements.define('es-block-editor', BlockEditor);
