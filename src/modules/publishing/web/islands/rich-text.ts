import { Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { fromWord } from '#platform/rich-text/word-paste.ts';
import { askForLink } from './rich-text/ask-for-link.ts';
import { toolbarOf } from './rich-text/toolbar.ts';

/** `<es-rich-text data-html data-label>` around a text area: an editor takes its place and sends HTML in it. */
class RichText extends HTMLElement {
  private editor: Editor | undefined;

  connectedCallback(): void {
    const area = this.querySelector('textarea');
    const format = this.querySelector<HTMLInputElement>('input[type=hidden]');
    // Moved in the page, the element connects again with its editor.
    if (!area || !format || this.editor) return;
    const label = this.querySelector('label');
    const place = document.createElement('div');
    place.className = 'rich-text';
    area.before(place);
    const { id } = area;
    const describedBy = area.getAttribute('aria-describedby');
    if (label) label.id = `${id}-nom`;
    let isWriting = false;
    this.editor = new Editor({
      element: place,
      // The policy of the site allows no style tag; the rules are in its sheet.
      injectCSS: false,
      extensions: [
        StarterKit.configure({
          heading: { levels: [2, 3, 4] },
          code: false,
          codeBlock: false,
          strike: false,
          underline: false,
          link: {
            openOnClick: false,
            defaultProtocol: 'https',
            protocols: ['mailto', 'tel'],
            HTMLAttributes: { rel: null, target: null },
          },
        }),
      ],
      content: this.dataset['html'] ?? '',
      editorProps: {
        attributes: {
          id,
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-labelledby': `${id}-nom`,
          class: 'input prose',
          ...(describedBy ? { 'aria-describedby': describedBy } : {}),
          ...(area.getAttribute('aria-invalid') ? { 'aria-invalid': 'true' } : {}),
        },
        transformPastedHTML: fromWord,
      },
      onUpdate: ({ editor }) => {
        isWriting = true;
        area.value = htmlOf(editor);
        area.dispatchEvent(new Event('input', { bubbles: true }));
        isWriting = false;
      },
    });
    const { editor } = this;
    place.prepend(toolbarOf(editor, () => askForLink(editor)));
    // The editor takes the name: an error summary leads to it, a label presses it.
    area.id = `${id}-texte`;
    area.hidden = true;
    area.value = htmlOf(editor);
    format.value = 'html';
    this.querySelector('[data-plain-hint]')?.remove();
    label?.addEventListener('click', () => editor.commands.focus());
    // A draft kept on this device comes back through the text area.
    area.addEventListener('input', () => {
      if (!isWriting) editor.commands.setContent(area.value, { emitUpdate: false });
    });
  }
}

/** What is sent: empty when nothing is written, items without the paragraph that the editor puts in them. */
function htmlOf(editor: Editor): string {
  if (editor.isEmpty) return '';
  return editor.getHTML().replaceAll(/<li><p>((?:(?!<\/?p>)[^])*)<\/p><\/li>/g, '<li>$1</li>');
}

customElements.define('es-rich-text', RichText);
