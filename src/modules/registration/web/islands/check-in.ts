import { loadQueue, saveQueue, type Act } from './check-in/queue.ts';

interface Told {
  id: string;
  name: string;
  mark: string | null;
  at: string | null;
}

const lookEvery = 15_000;

/**
 * `<es-check-in data-sync data-state data-date>`: marks at once, with or without network. What was not taken by the
 * server yet stays on this phone, and leaves as soon as it can; of two phones, the latest mark stands.
 */
class CheckIn extends HTMLElement {
  private queue: Act[] = [];
  private isSending = false;
  private timer = 0;

  connectedCallback(): void {
    this.queue = loadQueue(this.dataset['date'] ?? '');
    for (const act of this.queue) if (act.mark) this.draw(act.mark.registrationId, act.mark.mark, act.mark.at);
    this.addEventListener('submit', this.submitted);
    this.querySelector('input[name="q"]')?.addEventListener('input', this.filter);
    const scan = this.querySelector<HTMLElement>('[data-scan]');
    if (scan && 'mediaDevices' in navigator) {
      scan.hidden = false;
      scan.querySelector('button')?.addEventListener('click', () => void this.scan(scan));
    }
    addEventListener('online', this.flush);
    this.timer = window.setInterval(this.flush, lookEvery);
    this.count();
    this.flush();
  }

  disconnectedCallback(): void {
    removeEventListener('online', this.flush);
    clearInterval(this.timer);
  }

  private readonly submitted = (event: SubmitEvent): void => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const row = form.closest<HTMLElement>('[data-person]');
    if (row && event.submitter instanceof HTMLButtonElement) {
      event.preventDefault();
      this.mark(row, event.submitter.value || null);
    } else if (form.closest('[data-walk-in]')) {
      event.preventDefault();
      this.addWalkIn(form);
    }
  };

  private mark(row: HTMLElement, mark: string | null): void {
    const at = new Date().toISOString();
    const registrationId = row.dataset['person'] ?? '';
    this.draw(registrationId, mark, at);
    // One act a person is enough: the latest.
    const others = this.queue.filter((act) => act.mark?.registrationId !== registrationId);
    this.keep([...others, { key: crypto.randomUUID(), mark: { registrationId, mark, at } }]);
    this.flush();
  }

  private addWalkIn(form: HTMLFormElement): void {
    const values = new FormData(form);
    const text = (name: string): string => {
      const value = values.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const name = text('name');
    if (name.length < 2) return form.querySelector<HTMLInputElement>('[name="name"]')?.focus();
    const walkIn = {
      name,
      organization: text('organization'),
      municipality: text('municipality'),
      isOver: text('isOver') === 'oui',
      at: new Date().toISOString(),
    };
    this.keep([...this.queue, { key: crypto.randomUUID(), walkIn }]);
    form.reset();
    this.tell(`${name} : noté·e.`);
    this.flush();
  }

  private keep(queue: Act[]): void {
    this.queue = queue;
    saveQueue(this.dataset['date'] ?? '', queue);
  }

  private readonly flush = (): void => void this.send();

  /** Sends what waits; without anything to send, asks where everyone stands. */
  private async send(): Promise<void> {
    if (this.isSending || document.hidden) return;
    this.isSending = true;
    const sent = this.queue;
    try {
      const { sync = '', state = '' } = this.dataset;
      const answer = await (sent.length > 0
        ? fetch(sync, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ acts: sent.map(({ refusal: _refusal, ...act }) => act) }),
          })
        : fetch(state));
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      const told = (await answer.json()) as {
        taken?: string[];
        refused?: { key: string; text: string }[];
        people: Told[];
      };
      const taken = new Set(told.taken);
      const refusals = new Map(told.refused?.map(({ key, text }) => [key, text]));
      // What was noted while this one was on its way stays.
      this.keep(
        this.queue
          .filter((act) => !taken.has(act.key))
          .map((act) => ({ ...act, ...(refusals.has(act.key) ? { refusal: refusals.get(act.key) } : {}) })),
      );
      this.follow(told.people);
      this.showNetwork(null);
    } catch {
      this.showNetwork('offline');
    } finally {
      this.isSending = false;
    }
  }

  /** What the server says, except of those marked here and not taken yet. */
  private follow(people: readonly Told[]): void {
    const waiting = new Set(this.queue.map((act) => act.mark?.registrationId));
    const known = new Set(this.rows().map((row) => row.dataset['person']));
    for (const person of people) if (!waiting.has(person.id)) this.draw(person.id, person.mark, person.at);
    // Someone came in on another phone: her row is drawn by the server.
    if (people.some((person) => !known.has(person.id)) && this.queue.length === 0) void this.redraw();
  }

  private async redraw(): Promise<void> {
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const list = page.querySelector('[data-list]');
    const here = this.querySelector('[data-list]');
    if (!list) return;
    if (here) here.replaceWith(list);
    else location.reload();
    this.filter();
    this.count();
  }

  private rows(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-person]')];
  }

  private draw(id: string, mark: string | null, at: string | null): void {
    const row = this.querySelector<HTMLElement>(`[data-person="${CSS.escape(id)}"]`);
    if (!row) return;
    if (at && row.dataset['at'] && row.dataset['at'] > at) return;
    if (at) row.dataset['at'] = at;
    row.dataset['mark'] = mark ?? '';
    for (const button of row.querySelectorAll<HTMLButtonElement>('[data-act]')) {
      const act = button.dataset['act'] ?? '';
      button.setAttribute('aria-pressed', String(act === mark));
      button.value = act === mark ? '' : act;
    }
    this.count();
  }

  private count(): void {
    const counts = this.querySelector<HTMLElement>('[data-counts]');
    const rows = this.rows();
    const present = rows.filter((row) => row.dataset['mark'] === 'present').length;
    const text = `${present} / ${rows.length}\u00a0${rows.length > 1 ? 'personnes présentes' : 'personne présente'}`;
    if (counts && counts.textContent !== text) counts.textContent = text;
  }

  private readonly filter = (): void => {
    const typed = this.querySelector<HTMLInputElement>('input[name="q"]')?.value ?? '';
    const words = typed.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of this.rows()) {
      const text = row.dataset['text'] ?? '';
      row.hidden = !words.every((word) => text.includes(word));
    }
  };

  private showNetwork(state: 'offline' | null): void {
    const refused = this.queue.flatMap((act) => (act.refusal ? [`${act.walkIn?.name ?? ''} : ${act.refusal}`] : []));
    const waiting = this.queue.length;
    if (state === 'offline')
      this.tell(
        waiting > 0
          ? `Sans réseau. ${waiting} à envoyer, gardés sur ce téléphone.`
          : 'Sans réseau. Vous pouvez continuer.',
      );
    else if (refused.length > 0) this.tell(refused.join(' '));
    else this.tell('');
  }

  private tell(text: string): void {
    const line = this.querySelector<HTMLElement>('[data-network]');
    if (!line) return;
    line.hidden = text === '';
    if (line.textContent !== text) line.textContent = text;
  }

  private async scan(holder: HTMLElement): Promise<void> {
    const { scanTickets } = await import('./check-in/scan.ts');
    await scanTickets(holder, (code) => {
      const row = this.rows().find((one) => one.dataset['code'] === code);
      if (!row) return this.tell(`Le billet ${code} n’est pas attendu à cette date.`);
      const name = row.querySelector('b')?.textContent ?? '';
      if (row.dataset['mark'] === 'present') return this.tell(`${name} est déjà noté·e présent·e.`);
      this.mark(row, 'present');
      this.tell(`${name} : présent·e.`);
    });
  }
}

customElements.define('es-check-in', CheckIn);
