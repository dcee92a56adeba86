interface Around {
  words: string;
  clashes: { id: string; title: string; href: string; words: string }[];
}

const asked = [
  'startsOn',
  'startsAt',
  'endsOn',
  'endsAt',
  'rhythm',
  'ends',
  'until',
  'times',
  'rule',
  'type',
  'venue',
  'newCity',
  'attendance',
  'isOwn',
  'event',
  'days',
  'audiences',
  'themes',
];

/**
 * `<es-event-dates data-source>` around the fields of a date: hides those that do not serve, tells what the repetition
 * comes to, and what else takes place around these dates.
 */
class EventDates extends HTMLElement {
  private asking: AbortController | undefined;

  connectedCallback(): void {
    const form = this.closest('form');
    const source = this.dataset['source'];
    if (!form || !source) return;
    for (const button of form.querySelectorAll<HTMLElement>('[data-without-script]')) button.hidden = true;
    let pause = 0;
    const follow = (): void => {
      this.showWhatServes(form);
      clearTimeout(pause);
      pause = window.setTimeout(() => void this.ask(form, source), 350);
    };
    form.addEventListener('change', follow);
    this.showWhatServes(form);
  }

  private showWhatServes(form: HTMLFormElement): void {
    const data = new FormData(form);
    const chosen = data.get('rhythm');
    const rhythm = typeof chosen === 'string' ? chosen : 'never';
    for (const part of this.querySelectorAll<HTMLElement>('[data-shown-for]'))
      part.hidden = !part.dataset['shownFor']?.split(' ').includes(rhythm);
    for (const part of this.querySelectorAll<HTMLElement>('[data-hidden-for]'))
      part.hidden = part.dataset['hiddenFor']?.split(' ').includes(rhythm) ?? false;
    const ends = data.get('ends');
    for (const name of ['until', 'times']) {
      const field = this.querySelector(`[name=${name}]`)?.closest<HTMLElement>('.field');
      if (field) field.hidden = ends !== name;
    }
  }

  private async ask(form: HTMLFormElement, source: string): Promise<void> {
    this.asking?.abort();
    this.asking = new AbortController();
    const data = new FormData(form);
    if (!data.get('startsOn')) return;
    const address = new URL(source, location.href);
    for (const name of asked)
      for (const value of data.getAll(name))
        if (typeof value === 'string' && value) address.searchParams.append(name, value);
    for (const [name, value] of data)
      if (name.startsWith('organizer.') && typeof value === 'string' && value)
        address.searchParams.append('organizer', value);
    try {
      const answer = await fetch(address, { signal: this.asking.signal, headers: { accept: 'application/json' } });
      if (answer.ok) this.show(form, (await answer.json()) as Around);
    } catch {
      // Changed again meanwhile, or no network: the server asks again before it publishes.
    }
  }

  private show(form: HTMLFormElement, { words, clashes }: Around): void {
    const preview = this.querySelector('[data-preview]');
    if (preview) {
      const line = document.createElement('p');
      line.textContent = words;
      preview.replaceChildren(...(words ? [line] : []));
    }
    const around = this.querySelector<HTMLElement>('[data-clashes]');
    around?.querySelector('ul')?.replaceChildren(
      ...clashes.map(({ title, href, words: reasons }) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        link.href = href;
        link.target = '_blank';
        link.textContent = title;
        item.append(link, ', ', reasons);
        return item;
      }),
    );
    if (around) around.hidden = clashes.length === 0;
    // Shown here: publishing asks no more.
    form.querySelector('[data-seen]')?.replaceChildren(
      ...clashes.map(({ id }) => {
        const seen = document.createElement('input');
        seen.type = 'hidden';
        seen.name = 'seen';
        seen.value = id;
        return seen;
      }),
    );
  }
}

customElements.define('es-event-dates', EventDates);
