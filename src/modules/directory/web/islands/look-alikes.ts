interface Alike {
  href: string;
  name: string;
  city: string;
}

const pause = 350;

/** Shows the sheets that resemble the one being typed, before it is added twice. */
export class LookAlikesIsland extends HTMLElement {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked: AbortController | undefined;

  connectedCallback(): void {
    if (this.querySelector('.look-alikes')) return;
    const box = document.createElement('div');
    box.className = 'look-alikes';
    box.setAttribute('aria-live', 'polite');
    this.append(box);
    const later = (): void => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.look(box), pause);
    };
    this.addEventListener('input', later);
    this.addEventListener('change', later);
  }

  private async look(box: HTMLElement): Promise<void> {
    this.asked?.abort();
    this.asked = new AbortController();
    const url = new URL(this.dataset['source'] ?? '', location.href);
    for (const input of this.querySelectorAll('input')) if (input.name) url.searchParams.set(input.name, input.value);
    try {
      const response = await fetch(url, { signal: this.asked.signal });
      if (response.ok) this.show(box, (await response.json()) as Alike[]);
    } catch {
      // Overtaken by the next letter, or offline: the server looks again when the form is sent.
    }
  }

  private show(box: HTMLElement, alike: readonly Alike[]): void {
    box.replaceChildren();
    if (alike.length === 0) return;
    const title = document.createElement('p');
    title.textContent = 'Déjà dans l’annuaire ?';
    const list = document.createElement('ul');
    for (const { href, name, city } of alike) {
      const link = document.createElement('a');
      link.href = href;
      link.textContent = city ? `${name}, ${city}` : name;
      const item = document.createElement('li');
      item.append(link);
      list.append(item);
    }
    box.append(title, list);
  }
}

customElements.define('es-look-alikes', LookAlikesIsland);
