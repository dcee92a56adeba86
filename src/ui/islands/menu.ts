/** Closes a `<details>` menu by Escape, a click outside or leaving it with the keyboard. */
export class Menu extends HTMLElement {
  connectedCallback(): void {
    const details = this.querySelector('details');
    if (!details) return;
    const within = (event: Event): boolean => event.composedPath().includes(this);
    document.addEventListener('click', (event) => {
      if (!within(event)) details.open = false;
    });
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.contains(relatedTarget)) details.open = false;
    });
    this.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || !details.open) return;
      details.open = false;
      details.querySelector('summary')?.focus();
    });
  }
}
