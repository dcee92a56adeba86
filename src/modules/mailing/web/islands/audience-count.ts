/**
 * `<es-audience-count data-source>` around the count of who receives a mailing: asks for it again at each group chosen in
 * its form. Without it the button « Recompter » does the same.
 */
class AudienceCount extends HTMLElement {
  private asking: AbortController | undefined;

  connectedCallback(): void {
    const form = this.closest('form');
    if (!form) return;
    let pause = 0;
    form.addEventListener('change', (event) => {
      if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement)) return;
      if (!/^(?:adherents|abonnes|segments|aussi|dans|subject)$/.test(event.target.name)) return;
      clearTimeout(pause);
      pause = window.setTimeout(() => void this.ask(form), 200);
    });
  }

  private async ask(form: HTMLFormElement): Promise<void> {
    this.asking?.abort();
    this.asking = new AbortController();
    const address = new URL(this.dataset['source'] ?? '', location.href);
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string' && /^(?:de|adherents|abonnes|segments|aussi|dans|subject)$/.test(name))
        address.searchParams.append(name, value);
    try {
      const answer = await fetch(address, { signal: this.asking.signal, headers: { 'x-fragment': '1' } });
      if (!answer.ok) return;
      // Our own server's markup; the content security policy forbids any script in it.
      this.innerHTML = await answer.text();
    } catch {
      // Changed again meanwhile, or no network: sending counts anyway.
    }
  }
}

customElements.define('es-audience-count', AudienceCount);
