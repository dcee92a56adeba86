/** Copies its text and says so. */
export class CopyButtonElement extends HTMLElement {
  connectedCallback(): void {
    const words = this.querySelector('span');
    const before = words?.textContent ?? '';
    if (!navigator.clipboard || !words) return;
    this.hidden = false;
    this.querySelector('button')?.addEventListener('click', () => void this.copy(words, before));
  }

  private async copy(words: Element, before: string): Promise<void> {
    await navigator.clipboard.writeText(this.dataset['text'] ?? '');
    words.textContent = 'Copié';
    setTimeout(() => (words.textContent = before), 2500);
  }
}
