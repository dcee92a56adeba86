interface Suggestion {
  readonly value: string;
  readonly label: string;
  /** What it is, beside the label. */
  readonly detail?: string;
  /** Where choosing it leads; without, it fills the field. */
  readonly href?: string;
}

const MOST = 12;
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Suggestions under a text field, from its datalist or from an address; arrows, Enter, Escape. */
export class Combobox extends HTMLElement {
  private shown: readonly Suggestion[] = [];
  private active = -1;
  private asked: AbortController | undefined;

  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input || this.querySelector('.combo-list')) return;
    const known = [...(this.querySelector('datalist')?.options ?? [])].map(({ value, label }) => ({
      value,
      label: label || value,
    }));
    const list = document.createElement('ul');
    list.className = 'combo-list';
    list.id = `${input.id}-liste`;
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', 'Propositions');
    const status = document.createElement('p');
    status.className = 'visually-hidden';
    status.setAttribute('role', 'status');
    this.append(list, status);
    // The browser's own list would show over ours.
    input.removeAttribute('list');
    // A field of type search may not take the role of a combobox.
    if (input.type === 'search') input.type = 'text';
    for (const [name, value] of [
      ['role', 'combobox'],
      ['aria-autocomplete', 'list'],
      ['aria-expanded', 'false'],
      ['aria-controls', list.id],
      ['autocomplete', 'off'],
    ] as const) {
      input.setAttribute(name, value);
    }

    const close = (): void => {
      list.hidden = true;
      this.active = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    };
    const choose = (index: number): void => {
      const chosen = this.shown[index];
      if (!chosen) return;
      if (chosen.href) {
        close();
        location.assign(chosen.href);
        return;
      }
      input.value = chosen.value;
      close();
      input.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const point = (index: number): void => {
      this.active = index;
      [...list.children].forEach((item, at) => item.setAttribute('aria-selected', String(at === index)));
      const item = list.children[index];
      if (item) {
        input.setAttribute('aria-activedescendant', item.id);
        item.scrollIntoView({ block: 'nearest' });
      }
    };
    const show = (found: readonly Suggestion[]): void => {
      this.shown = found.slice(0, MOST);
      list.replaceChildren(
        ...this.shown.map(({ label, detail }, index) => {
          const item = document.createElement('li');
          item.id = `${list.id}-${index}`;
          item.append(label);
          if (detail) {
            const small = document.createElement('small');
            small.textContent = detail;
            item.append(' ', small);
          }
          item.setAttribute('role', 'option');
          item.setAttribute('aria-selected', 'false');
          // Before the blur that would close the list.
          item.addEventListener('pointerdown', (event) => {
            event.preventDefault();
            choose(index);
          });
          return item;
        }),
      );
      if (this.shown.length === 0) close();
      else {
        this.active = -1;
        list.hidden = false;
        input.setAttribute('aria-expanded', 'true');
        status.textContent = this.shown.length === 1 ? 'Une proposition' : `${this.shown.length} propositions`;
      }
    };

    // An answer that comes after the field was left or changed is not shown.
    const showFor = (query: string) => (found: readonly Suggestion[]) => {
      if (document.activeElement === input && input.value.trim() === query) show(found);
    };
    let pause = 0;
    input.addEventListener('input', () => {
      clearTimeout(pause);
      const query = input.value.trim();
      const source = this.dataset['source'];
      if (!query) close();
      else if (source) pause = window.setTimeout(() => void this.ask(source, query).then(showFor(query)), 180);
      else show(known.filter(({ label }) => plain(label).includes(plain(query))));
    });
    input.addEventListener('keydown', (event) => {
      if (list.hidden) return;
      const last = this.shown.length - 1;
      if (event.key === 'ArrowDown') point(this.active >= last ? 0 : this.active + 1);
      else if (event.key === 'ArrowUp') point(this.active <= 0 ? last : this.active - 1);
      else if (event.key === 'Enter' && this.active >= 0) choose(this.active);
      else if (event.key === 'Escape') close();
      else return;
      event.preventDefault();
    });
    input.addEventListener('blur', close);
  }

  private async ask(source: string, query: string): Promise<readonly Suggestion[]> {
    this.asked?.abort();
    this.asked = new AbortController();
    try {
      const address = new URL(source, location.href);
      address.searchParams.set('q', query);
      const answer = await fetch(address, { signal: this.asked.signal, headers: { accept: 'application/json' } });
      const found: unknown = answer.ok ? await answer.json() : [];
      if (!Array.isArray(found)) return [];
      return found.map((one: string | (Partial<Suggestion> & { value: string })) =>
        typeof one === 'string' ? { value: one, label: one } : { ...one, label: one.label ?? one.value },
      );
    } catch {
      // Aborted by the next letter, or no network: the field stays a plain text field.
      return [];
    }
  }
}
