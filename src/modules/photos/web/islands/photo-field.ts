interface Proposed {
  readonly id: string;
  readonly alternative: string;
  readonly isDecorative: boolean;
  readonly credit: string;
  readonly label: string;
  readonly thumbnail: string;
  readonly isWithheld: boolean;
}

/** In a picture field: searches the bank without leaving, and fills the words of the photo chosen. */
class PhotoField extends HTMLElement {
  private asked: AbortController | undefined;

  connectedCallback(): void {
    const name = this.dataset['name'] ?? '';
    this.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      if (target.type === 'radio' && target.name === name) this.fill(name, target);
      // A photo just picked on this device comes before the one chosen in the bank.
      if (target.type === 'file' && target.files?.length) this.choose(name, '');
    });
    const words = this.field(`${name}_words`);
    const button = this.querySelector<HTMLButtonElement>(`button[name="${CSS.escape(`${name}_search`)}"]`);
    if (!words || !button) return;
    button.type = 'button';
    button.addEventListener('click', () => void this.search(name, words.value));
    words.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      void this.search(name, words.value);
    });
  }

  private field(name: string): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]`);
  }

  private choose(name: string, id: string): void {
    for (const radio of this.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(name)}"]`))
      radio.checked = radio.value === id;
  }

  private fill(name: string, { value, dataset }: HTMLInputElement): void {
    const alternative = this.field(`${name}_alternative`);
    const decorative = this.field(`${name}_decorative`);
    const credit = this.field(`${name}_credit`);
    if (alternative) alternative.value = dataset['alternative'] ?? '';
    if (decorative) decorative.checked = dataset['decorative'] === 'oui';
    if (credit) credit.value = dataset['credit'] ?? '';
    const file = this.field(`${name}_file`);
    if (value && file?.value) {
      file.value = '';
      file.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }

  private async search(name: string, words: string): Promise<void> {
    this.asked?.abort();
    this.asked = new AbortController();
    const status = this.querySelector('[data-status]');
    try {
      const answer = await fetch(`${this.dataset['source']}?q=${encodeURIComponent(words)}`, {
        signal: this.asked.signal,
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const photos = (await answer.json()) as Proposed[];
      this.show(name, photos);
      if (status)
        status.textContent =
          photos.length === 0
            ? 'Aucune photo ne répond à ces mots.'
            : photos.length === 1
              ? '1 photo trouvée'
              : `${photos.length} photos trouvées`;
    } catch (error) {
      if (status && !(error instanceof DOMException && error.name === 'AbortError'))
        status.textContent = 'La recherche n’a pas abouti. Essayez de nouveau.';
    }
  }

  /** Keeps the photo chosen and « Aucune photo », replaces the others. */
  private show(name: string, photos: readonly Proposed[]): void {
    const list = this.querySelector('[data-choices]');
    if (!list) return;
    const kept = [...list.querySelectorAll<HTMLInputElement>('input')].filter(
      ({ value, checked }) => checked || !value,
    );
    const chosen = new Set(kept.map(({ value }) => value));
    list.replaceChildren(
      ...kept.flatMap((input) => input.closest('label') ?? []),
      ...photos.filter(({ id }) => !chosen.has(id)).map((photo) => choice(name, photo)),
    );
  }
}

function choice(name: string, photo: Proposed): HTMLElement {
  const label = document.createElement('label');
  label.className = 'picture-choice';
  const input = document.createElement('input');
  Object.assign(input, { type: 'radio', name, value: photo.id });
  input.dataset['alternative'] = photo.alternative;
  input.dataset['credit'] = photo.credit;
  if (photo.isDecorative) input.dataset['decorative'] = 'oui';
  const image = document.createElement('img');
  Object.assign(image, { src: photo.thumbnail, alt: '', width: 320, height: 200 });
  const cover = document.createElement('span');
  cover.className = 'cover';
  cover.append(image);
  const words = document.createElement('span');
  words.className = 'picture-name';
  words.textContent = photo.label;
  const all = document.createElement('span');
  all.append(cover, words);
  if (photo.isWithheld) {
    const note = document.createElement('span');
    note.className = 'facts';
    note.textContent = 'Cachée : il manque un accord';
    all.append(note);
  }
  label.append(input, all);
  return label;
}

customElements.define('es-photo-field', PhotoField);
