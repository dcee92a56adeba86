import type { Editor } from '@tiptap/core';

/** Asks where the chosen words lead, in a dialog; empty takes the link away. */
export function askForLink(editor: Editor): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  dialog.setAttribute('aria-label', 'Lien');
  const label = document.createElement('label');
  label.textContent = 'Adresse du lien';
  const input = document.createElement('input');
  input.className = 'input';
  input.placeholder = 'https://… ou nom@exemple.fr';
  input.value = String(editor.getAttributes('link')['href'] ?? '');
  label.append(input);
  const acts = document.createElement('p');
  acts.className = 'actions';
  const button = (words: string, kind: string, then: () => void): HTMLButtonElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = `button small ${kind}`;
    made.textContent = words;
    made.addEventListener('click', then);
    return made;
  };
  const place = (): void => {
    const href = addressOf(input.value);
    dialog.close();
    const chain = editor.chain().focus().extendMarkRange('link');
    if (href === '') chain.unsetLink().run();
    else if (editor.state.selection.empty && !editor.isActive('link'))
      chain.insertContent({ type: 'text', text: input.value.trim(), marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
  };
  acts.append(
    button('Poser le lien', '', place),
    button('Retirer le lien', 'ghost', () => {
      input.value = '';
      place();
    }),
    button('Fermer', 'quiet', () => dialog.close()),
  );
  dialog.append(label, acts);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    place();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  input.focus();
}

/** What people type, as an address: a mail, a page of the site, a site without its `https://`. */
function addressOf(typed: string): string {
  const text = typed.trim();
  if (text === '' || /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(text)) return text;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`;
  return /^[\w-]+(\.[\w-]+)+/.test(text) ? `https://${text}` : '';
}
