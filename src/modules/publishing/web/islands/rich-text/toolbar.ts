import type { Editor } from '@tiptap/core';

interface Tool {
  /** Read by everyone. */
  readonly words: string;
  /** Shown instead when shorter. */
  readonly sign?: string;
  readonly run: (editor: Editor) => unknown;
  readonly isOn?: (editor: Editor) => boolean;
}

const tools = (askLink: () => void): readonly Tool[] => [
  {
    words: 'Intertitre',
    run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
    isOn: (editor) => editor.isActive('heading', { level: 2 }),
  },
  {
    words: 'Petit intertitre',
    sign: 'Petit',
    run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
    isOn: (editor) => editor.isActive('heading', { level: 3 }),
  },
  {
    words: 'Gras',
    sign: 'G',
    run: (editor) => editor.chain().focus().toggleBold().run(),
    isOn: (editor) => editor.isActive('bold'),
  },
  {
    words: 'Italique',
    sign: 'I',
    run: (editor) => editor.chain().focus().toggleItalic().run(),
    isOn: (editor) => editor.isActive('italic'),
  },
  {
    words: 'Liste',
    sign: '• Liste',
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
    isOn: (editor) => editor.isActive('bulletList'),
  },
  {
    words: '1. Liste numérotée',
    sign: '1. Liste',
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
    isOn: (editor) => editor.isActive('orderedList'),
  },
  {
    words: 'Citation',
    sign: '« »',
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
    isOn: (editor) => editor.isActive('blockquote'),
  },
  { words: 'Lien', run: askLink, isOn: (editor) => editor.isActive('link') },
  { words: 'Ligne de séparation', sign: '―', run: (editor) => editor.chain().focus().setHorizontalRule().run() },
  { words: 'Annuler la frappe', sign: '↶', run: (editor) => editor.chain().focus().undo().run() },
  { words: 'Rétablir la frappe', sign: '↷', run: (editor) => editor.chain().focus().redo().run() },
];

/** The buttons over an editor: one stop of the Tab key, arrows between them. */
export function toolbarOf(editor: Editor, askLink: () => void): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'rich-text-tools';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', 'Mise en forme');
  const buttons = tools(askLink).map(({ words, sign, run, isOn }, index) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = sign ?? words;
    button.title = words;
    if (sign) button.setAttribute('aria-label', words);
    button.tabIndex = index === 0 ? 0 : -1;
    button.addEventListener('click', () => run(editor));
    return { button, isOn };
  });
  const show = (): void => {
    for (const { button, isOn } of buttons) if (isOn) button.setAttribute('aria-pressed', String(isOn(editor)));
  };
  editor.on('transaction', show);
  show();
  bar.append(...buttons.map(({ button }) => button));
  bar.addEventListener('keydown', (event) => {
    const at = buttons.findIndex(({ button }) => button === event.target);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (at < 0 || step === undefined) return;
    const next = buttons[(at + step + buttons.length) % buttons.length];
    for (const { button } of buttons) button.tabIndex = button === next?.button ? 0 : -1;
    next?.button.focus();
    event.preventDefault();
  });
  return bar;
}
