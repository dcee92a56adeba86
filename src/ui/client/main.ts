import '../styles/index.css';
import { AutoSubmit } from '../islands/auto-submit.ts';
import { BulkSelect } from '../islands/bulk-select.ts';
import { CharacterCount } from '../islands/character-count.ts';
import { CopyButtonElement } from '../islands/copy-button.ts';
import { carryCovers } from '../islands/cover-transition.ts';
import { DialogOpener } from '../islands/dialog.ts';
import { Draft, forgetSentDraft } from '../islands/draft.ts';
import { ErrorSummaryElement } from '../islands/error-summary.ts';
import { FilePreview } from '../islands/file-preview.ts';
import { Menu } from '../islands/menu.ts';
import { PasswordToggle } from '../islands/password.ts';
import { ProgressPoll } from '../islands/progress-poll.ts';
import { ToastRegionElement } from '../islands/toast.ts';

const here = {
  'es-auto-submit': AutoSubmit,
  'es-bulk': BulkSelect,
  'es-copy': CopyButtonElement,
  'es-count': CharacterCount,
  'es-dialog': DialogOpener,
  'es-draft': Draft,
  'es-error-summary': ErrorSummaryElement,
  'es-file-preview': FilePreview,
  'es-menu': Menu,
  'es-password': PasswordToggle,
  'es-poll': ProgressPoll,
  'es-toast': ToastRegionElement,
};

for (const [name, element] of Object.entries(here)) customElements.define(name, element);

// Each of these comes only on a page that holds its element: `directory-map.ts` defines `<es-directory-map>`.
const islands = import.meta.glob('../../modules/*/web/islands/*.ts');
const later = new Map<string, () => Promise<unknown>>([
  ['es-combobox', async () => customElements.define('es-combobox', (await import('../islands/combobox.ts')).Combobox)],
  [
    'es-theme-preview',
    async () => customElements.define('es-theme-preview', (await import('../islands/theme-preview.ts')).ThemePreview),
  ],
]);
for (const [path, load] of Object.entries(islands)) {
  const name = path.slice(path.lastIndexOf('/') + 1, -'.ts'.length);
  if (!name.includes('.')) later.set(`es-${name}`, load);
}
function loadIslands(): void {
  for (const [name, load] of later) {
    if (!document.querySelector(name)) continue;
    later.delete(name);
    void load();
  }
}
loadIslands();
// An island that puts pieces of a page in it says so: they may hold others.
document.addEventListener('es-drawn', loadIslands);

carryCovers();
forgetSentDraft();
