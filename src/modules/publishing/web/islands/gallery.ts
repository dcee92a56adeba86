/** `<es-gallery>` around links to photos: shows each one large over the page, arrows to go from one to the next. */
export class Gallery extends HTMLElement {
  connectedCallback(): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('figure a')];
    const dialog = document.createElement('dialog');
    dialog.className = 'lightbox';
    dialog.setAttribute('aria-label', 'Photo en grand');
    const image = document.createElement('img');
    const caption = document.createElement('p');
    caption.setAttribute('role', 'status');
    let at = 0;

    const show = (rank: number): void => {
      at = (rank + links.length) % links.length;
      const link = links[at];
      if (!link) return;
      image.src = link.href;
      image.alt = link.querySelector('img')?.alt ?? '';
      const credit = link.parentElement?.querySelector('small')?.textContent ?? '';
      caption.textContent = [`${at + 1} / ${links.length}`, image.alt, credit].filter(Boolean).join(' · ');
    };
    const button = (label: string, sign: string, act: () => void): HTMLButtonElement => {
      const made = document.createElement('button');
      made.type = 'button';
      made.className = 'icon-button';
      made.setAttribute('aria-label', label);
      made.textContent = sign;
      made.addEventListener('click', act);
      return made;
    };
    const close = button('Fermer', '×', () => dialog.close());
    const tools = document.createElement('div');
    tools.append(
      button('Photo précédente', '←', () => show(at - 1)),
      button('Photo suivante', '→', () => show(at + 1)),
      close,
    );
    dialog.append(image, caption, tools);
    dialog.addEventListener('keydown', ({ key }) => {
      if (key === 'ArrowLeft') show(at - 1);
      if (key === 'ArrowRight') show(at + 1);
    });
    dialog.addEventListener('click', ({ target }) => {
      if (target === dialog) dialog.close();
    });
    dialog.addEventListener('close', () => links[at]?.focus());
    this.append(dialog);

    for (const [rank, link] of links.entries())
      link.addEventListener('click', (event) => {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        show(rank);
        dialog.showModal();
        close.focus();
      });
  }
}

customElements.define('es-gallery', Gallery);
