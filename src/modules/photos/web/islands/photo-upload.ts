interface Answer {
  state: 'added' | 'known' | 'refused' | 'invalid';
  message?: string;
  errors?: Record<string, string>;
}

const mostTries = 6;
const retried = new Set([0, 408, 429, 500, 502, 503, 504]);
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const photos = (count: number): string => (count > 1 ? `${count} photos` : `${count} photo`);

/**
 * Sends the photos one by one, with how far it is. A cut connection is waited for; a photo sent twice is recognised by
 * the server. Only the names of refused files are kept on the page, so that two thousand photos weigh no more than one.
 */
class PhotoUpload extends HTMLElement {
  private busy = false;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = this.querySelector<HTMLInputElement>('input[type=file]');
    if (!form || !input) return;
    for (const note of this.querySelectorAll('.without-script')) note.remove();
    form.addEventListener('submit', (event) => {
      const files = [...(input.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      if (!this.busy) void this.sendAll(form, input, files);
    });
    addEventListener('beforeunload', (event) => {
      if (this.busy) event.preventDefault();
    });
  }

  private async sendAll(form: HTMLFormElement, input: HTMLInputElement, files: File[]): Promise<void> {
    this.busy = true;
    const since = new Date().toISOString();
    const panel = new Panel(files.length);
    this.querySelector('.upload-panel')?.remove();
    form.before(panel.root);
    panel.root.scrollIntoView({ block: 'nearest' });
    const button = form.querySelector<HTMLButtonElement>('.submit-bar button');
    if (button) button.disabled = true;
    // What was typed, without the files: read once, so that a later change of mind concerns the next sending.
    const words = new FormData(form);
    words.delete('files');
    const count = { added: 0, known: 0, refused: 0 };
    for (const [index, file] of files.entries()) {
      panel.say(index, file.name);
      const answer = await this.sendOne(
        words,
        file,
        (part) => panel.advance(index + part),
        (text) => panel.pause(text),
      );
      if (answer.state === 'invalid') {
        panel.stop(Object.values(answer.errors ?? {})[0] ?? 'Vérifiez ce que vous avez saisi.');
        break;
      }
      count[answer.state] += 1;
      if (answer.state === 'refused') panel.refuse(file.name, answer.message ?? '');
      panel.advance(index + 1);
      if (index === files.length - 1) {
        panel.end(count, `${this.dataset['list']}?depuis=${encodeURIComponent(since)}`);
        input.value = '';
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }
    }
    if (button) button.disabled = false;
    this.busy = false;
  }

  private async sendOne(
    words: FormData,
    file: File,
    advance: (part: number) => void,
    pause: (text: string) => void,
  ): Promise<Answer> {
    if (file.size > Number(this.dataset['max']))
      return { state: 'refused', message: 'Cette image est trop lourde : 25 Mo au plus.' };
    for (let tries = 1; ; tries += 1) {
      const { status, answer } = await this.post(words, file, advance);
      if (answer) return answer;
      if (status === 404)
        return { state: 'refused', message: 'Votre session est finie. Connectez-vous de nouveau, puis renvoyez.' };
      if (!retried.has(status) || tries === mostTries)
        return {
          state: 'refused',
          message: 'Cette photo n’est pas arrivée. Renvoyez-la quand la connexion sera meilleure.',
        };
      pause('La connexion est coupée : l’envoi reprendra tout seul.');
      await wait(Math.min(30_000, 1000 * 2 ** tries));
    }
  }

  private post(
    words: FormData,
    file: File,
    advance: (part: number) => void,
  ): Promise<{ status: number; answer: Answer | null }> {
    const body = new FormData();
    for (const [name, value] of words) body.append(name, value);
    body.append('files', file);
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open('POST', this.dataset['href'] ?? '');
      request.timeout = 180_000;
      // The last tenth is the server's work.
      request.upload.onprogress = ({ loaded, total }) => advance((0.9 * loaded) / Math.max(1, total));
      request.onloadend = () => {
        const isAnswer = request.status === 200 || request.status === 422;
        resolve({ status: request.status, answer: isAnswer ? parsed(request.responseText) : null });
      };
      request.send(body);
    });
  }
}

function parsed(text: string): Answer | null {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return null;
  }
}

/** How far the sending is, and what was refused. */
class Panel {
  readonly root = document.createElement('section');
  private readonly bar = document.createElement('progress');
  private readonly words = document.createElement('p');
  private readonly list = document.createElement('ul');
  private readonly total: number;

  constructor(total: number) {
    this.total = total;
    this.root.className = 'panel upload-panel';
    this.root.setAttribute('aria-label', 'Envoi des photos');
    this.bar.max = total;
    this.bar.value = 0;
    this.bar.setAttribute('aria-label', 'Avancement');
    this.words.setAttribute('role', 'status');
    this.root.append(this.bar, this.words, this.list);
  }

  say(index: number, name: string): void {
    this.words.textContent = `Photo ${index + 1} sur ${this.total} : ${name}`;
  }

  advance(done: number): void {
    this.bar.value = Math.max(this.bar.value, done);
  }

  pause(text: string): void {
    this.words.textContent = text;
  }

  refuse(name: string, message: string): void {
    const item = document.createElement('li');
    const strong = document.createElement('b');
    strong.textContent = name;
    item.append(strong, ` : ${message}`);
    this.list.append(item);
  }

  stop(text: string): void {
    this.words.textContent = text;
    this.root.classList.add('has-error');
  }

  end({ added, known, refused }: { added: number; known: number; refused: number }, href: string): void {
    const parts = [
      `${photos(added)} ${added > 1 ? 'ajoutées' : 'ajoutée'}`,
      known > 0 ? `${known} déjà là` : '',
      refused > 0 ? `${refused} ${refused > 1 ? 'refusées' : 'refusée'}` : '',
    ];
    this.words.textContent = `C’est fini : ${parts.filter(Boolean).join(', ')}.`;
    if (added === 0) return;
    const link = document.createElement('a');
    link.className = 'button';
    link.href = href;
    link.textContent = 'Voir les photos ajoutées';
    this.words.after(link);
    link.focus();
  }
}

customElements.define('es-photo-upload', PhotoUpload);
