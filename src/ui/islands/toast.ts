const SHOWN_MS = 8000;

/** Announces what the last act did and lets it be closed. Only plain successes leave by themselves. */
export class ToastRegionElement extends HTMLElement {
  connectedCallback(): void {
    for (const toast of this.querySelectorAll<HTMLElement>('.toast')) {
      // A live region speaks only of what changes after it is there.
      const words = toast.querySelector('p');
      if (words) requestAnimationFrame(() => words.replaceChildren(words.textContent ?? ''));
      const close = document.createElement('button');
      close.type = 'button';
      close.className = 'icon-button';
      close.setAttribute('aria-label', 'Fermer ce message');
      close.innerHTML =
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6 6 18"/></svg>';
      close.addEventListener('click', () => toast.remove());
      toast.append(close);
      if (toast.dataset['stays'] === undefined) this.leaveLater(toast);
    }
  }

  private leaveLater(toast: HTMLElement): void {
    setTimeout(() => {
      if (toast.matches(':hover, :focus-within')) this.leaveLater(toast);
      else {
        toast.classList.add('leaving');
        setTimeout(() => toast.remove(), 500);
      }
    }, SHOWN_MS);
  }
}
