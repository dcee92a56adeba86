/** Takes the focus when the page comes back with errors; its links focus the control, not only scroll to it. */
export class ErrorSummaryElement extends HTMLElement {
  connectedCallback(): void {
    // The style page shows one too, which must not scroll it.
    if (!this.closest('[data-specimens]')) this.focus();
    this.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const target = link && document.getElementById(link.hash.slice(1));
      if (!target) return;
      const control = target.matches('input, select, textarea')
        ? target
        : target.querySelector<HTMLElement>('input, select, textarea');
      event.preventDefault();
      target.scrollIntoView({ block: 'center' });
      control?.focus({ preventScroll: true });
    });
  }
}
