const KEPT_MS = 7 * 24 * 3600 * 1000;

type Typed = Record<string, string>;

function read(key: string): Typed | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as { at: number; fields: Typed } | null;
    return kept && Date.now() - kept.at < KEPT_MS ? kept.fields : undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, fields: Typed | undefined): void {
  try {
    if (fields) localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields }));
    else localStorage.removeItem(key);
  } catch {
    // Private browsing or a full store: the form works, only without its safety net.
  }
}

/**
 * `<es-draft data-key>` around a form: keeps typed texts on this device and offers them back when the form shows again.
 * The draft goes when the server, having accepted, leads to a page that no longer holds the form.
 */
export class Draft extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const name = this.dataset['key'];
    if (!form || !name) return;
    const key = `brouillon:${name}`;
    const fields = (): (HTMLInputElement | HTMLTextAreaElement)[] =>
      [...form.elements].filter(
        (one): one is HTMLInputElement | HTMLTextAreaElement =>
          one instanceof HTMLTextAreaElement ||
          (one instanceof HTMLInputElement &&
            /^(text|email|tel|url|search|number|date|datetime-local|time)$/.test(one.type)),
      );
    const kept = read(key);
    // An editor of rich text sends HTML, whatever its text area held when the page was drawn.
    const drawn = JSON.stringify(
      Object.fromEntries(
        fields().map((field) => [
          field.name,
          field.closest<HTMLElement>('[data-html]')?.dataset['html'] ?? field.value,
        ]),
      ),
    );
    if (kept && JSON.stringify(kept) !== drawn) this.offer(form, fields(), kept, key);
    let pause = 0;
    form.addEventListener('input', () => {
      clearTimeout(pause);
      pause = window.setTimeout(
        () => write(key, Object.fromEntries(fields().map((field) => [field.name, field.value]))),
        400,
      );
    });
    form.addEventListener('submit', () => {
      clearTimeout(pause);
      write(key, Object.fromEntries(fields().map((field) => [field.name, field.value])));
      sessionStorage.setItem('brouillon-envoyé', key);
    });
  }

  private offer(
    form: HTMLFormElement,
    fields: readonly (HTMLInputElement | HTMLTextAreaElement)[],
    kept: Typed,
    key: string,
  ): void {
    const note = document.createElement('p');
    note.className = 'draft-note';
    note.setAttribute('role', 'status');
    note.append('Un brouillon est gardé sur cet appareil. ');
    const act = (words: string, then: () => void): void => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = words;
      button.addEventListener('click', () => {
        then();
        note.remove();
      });
      note.append(button, ' ');
    };
    act('Le reprendre', () => {
      for (const field of fields) {
        const value = kept[field.name];
        if (value === undefined) continue;
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    act('L’effacer', () => write(key, undefined));
    form.prepend(note);
  }
}

/** Run once a page: forgets the draft of a form that was sent and does not come back. */
export function forgetSentDraft(): void {
  try {
    const sent = sessionStorage.getItem('brouillon-envoyé');
    if (!sent) return;
    sessionStorage.removeItem('brouillon-envoyé');
    const back = [...document.querySelectorAll<HTMLElement>('es-draft')].some(
      ({ dataset }) => `brouillon:${dataset['key']}` === sent,
    );
    if (!back) write(sent, undefined);
  } catch {
    // Storage refused: there is no draft to forget.
  }
}
