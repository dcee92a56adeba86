/**
 * Asks the browser for a passkey, to sign in or to add one: fetches a challenge, fills the hidden field of its form with
 * the answer, and sends the form. Stays hidden where passkeys are unknown.
 */
class PasskeyForm extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    // The JSON forms of options and answers came with the last browsers; older ones sign in by mail.
    if (!form || !('PublicKeyCredential' in window) || !('parseRequestOptionsFromJSON' in PublicKeyCredential)) return;
    this.hidden = false;
    form.addEventListener('submit', (submission) => {
      const field = form.querySelector<HTMLInputElement>('[name=response]');
      if (!field || field.value) return;
      submission.preventDefault();
      void this.ask(form, field);
    });
  }

  private async ask(form: HTMLFormElement, field: HTMLInputElement): Promise<void> {
    const status = form.querySelector('[role=status]');
    try {
      const answer = await fetch(this.dataset.challenge ?? '', { method: 'POST', body: new URLSearchParams() });
      if (!answer.ok) throw new Error(String(answer.status));
      const credential = await this.credential(await answer.json());
      if (!credential) return;
      field.value = JSON.stringify(credential.toJSON());
      form.requestSubmit();
    } catch {
      // Whatever went wrong (refused, no key, too late), the person can try again or choose another way.
      if (status) status.textContent = 'La clé n’a pas pu être utilisée. Réessayez, ou choisissez un autre moyen.';
    }
  }

  private async credential(options: unknown): Promise<PublicKeyCredential | null> {
    const publicKey = options as never;
    const got =
      this.dataset.act === 'add'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) });
    return got as PublicKeyCredential | null;
  }
}

customElements.define('es-passkey', PasskeyForm);
