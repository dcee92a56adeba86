interface Counted {
  words: string;
  sentence: string;
}

/**
 * `<es-segment-count data-source>` in the form of a segment: counts again at each change, and says the segment in a
 * sentence. Without it the button « Compter » does the same.
 */
class SegmentCount extends HTMLElement {
  private asking: AbortController | undefined;

  connectedCallback(): void {
    const form = this.closest('form');
    const source = this.dataset['source'];
    if (!form || !source) return;
    for (const button of form.querySelectorAll<HTMLElement>('[data-without-script]')) button.hidden = true;
    let pause = 0;
    const follow = (event: Event): void => {
      if (!(event.target instanceof Element) || event.target.closest('[data-uncounted]')) return;
      clearTimeout(pause);
      pause = window.setTimeout(() => void this.ask(form, source), 250);
    };
    form.addEventListener('input', follow);
    form.addEventListener('change', follow);
  }

  private async ask(form: HTMLFormElement, source: string): Promise<void> {
    this.asking?.abort();
    this.asking = new AbortController();
    const address = new URL(source, location.href);
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string' && /^(reunir|condition\.|sens\.|valeur\.)/.test(name))
        address.searchParams.append(name, value);
    try {
      const answer = await fetch(address, { signal: this.asking.signal, headers: { accept: 'application/json' } });
      if (!answer.ok) return;
      const { words, sentence } = (await answer.json()) as Counted;
      const count = this.querySelector('[data-count]');
      const said = this.querySelector('[data-sentence]');
      if (count) count.textContent = words;
      if (said) said.textContent = sentence;
      // The names below are those of the count before.
      form.querySelector<HTMLElement>('[data-sample]')?.toggleAttribute('hidden', true);
    } catch {
      // Changed again meanwhile, or no network: saving counts anyway.
    }
  }
}

customElements.define('es-segment-count', SegmentCount);
