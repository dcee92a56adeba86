/** Carries the picture of the card clicked over to the banner of the page it opens, where the browser can. */
export function carryCovers(): void {
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('.card-title a') : null;
    const cover = link?.closest('.card, .row-card')?.querySelector<HTMLElement>('.cover');
    cover?.style.setProperty('view-transition-name', 'cover');
  });
  // Coming back from the browser's cache: the name must not linger.
  addEventListener('pageshow', () => {
    for (const cover of document.querySelectorAll<HTMLElement>('.card .cover, .row-card .cover')) {
      cover.style.removeProperty('view-transition-name');
    }
  });
}
