/**
 * `<es-ready-answers data-field>` around links that carry a text: puts it where one types, after what is typed already,
 * instead of loading the page again.
 */
class ReadyAnswers extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-text]') : null;
      const field = document.getElementById(this.dataset['field'] ?? '');
      if (!link || !(field instanceof HTMLTextAreaElement)) return;
      event.preventDefault();
      const typed = field.value.trimEnd();
      field.value = typed ? `${typed}\n\n${link.dataset['text']}` : (link.dataset['text'] ?? '');
      // What watches the field (the draft kept on this device) hears of it as if it had been typed.
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.focus();
    });
  }
}

customElements.define('es-ready-answers', ReadyAnswers);
