/** Shows or hides what is typed in a password field. */
export class PasswordToggle extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    const button = this.querySelector('button');
    if (!input || !button) return;
    button.hidden = false;
    const show = (visible: boolean): void => {
      input.type = visible ? 'text' : 'password';
      button.setAttribute('aria-pressed', String(visible));
      button.textContent = visible ? 'Cacher' : 'Montrer';
    };
    button.addEventListener('click', () => show(input.type === 'password'));
    // A browser must not remember a password as an ordinary text.
    input.form?.addEventListener('submit', () => show(false));
  }
}
