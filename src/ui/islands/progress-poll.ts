const EVERY_MS = 1000;
const SLOWEST_MS = 15_000;

/** Replaces its content by what an address gives, every second, until the answer carries `data-done`. */
export class ProgressPoll extends HTMLElement {
  private timer = 0;
  private wait = EVERY_MS;

  connectedCallback(): void {
    this.later();
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  private later(): void {
    this.timer = window.setTimeout(() => void this.refresh(), this.wait);
  }

  private async refresh(): Promise<void> {
    try {
      const answer = await fetch(this.dataset['href'] ?? '', { headers: { 'x-fragment': '1' } });
      if (!answer.ok) throw new Error(String(answer.status));
      // Our own server's markup; the content security policy forbids any script in it.
      this.innerHTML = await answer.text();
      this.wait = EVERY_MS;
    } catch {
      this.wait = Math.min(SLOWEST_MS, this.wait * 2);
    }
    const done = this.querySelector<HTMLElement>('[data-done]');
    if (!done) this.later();
    else if (done.dataset['done']) location.assign(done.dataset['done']);
  }
}
