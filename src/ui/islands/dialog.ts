/** `<es-dialog data-opens="id">` around a link: opens that dialog of the page instead of leaving. */
export class DialogOpener extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const dialog = document.getElementById(this.dataset['opens'] ?? '');
      if (!(dialog instanceof HTMLDialogElement) || event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      dialog.showModal();
    });
  }
}
