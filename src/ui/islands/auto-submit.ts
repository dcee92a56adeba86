/** Sends the filters as soon as a choice changes. Text waits for Enter: typing never reloads the page. */
export class AutoSubmit extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', ({ target }) => {
      if (
        target instanceof HTMLSelectElement ||
        (target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type))
      ) {
        target.form?.requestSubmit();
      }
    });
  }
}
