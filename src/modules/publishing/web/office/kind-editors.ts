import type { PublicationKind } from '../../domain/publication.ts';
import { newsEditor } from './kinds/news-editor.tsx';
import type { KindEditor } from './kind-editor.ts';
import { doorEditor } from './kinds/door-editor.tsx';
import { experienceEditor } from './kinds/experience-editor.tsx';
import { homeEditor, pageEditor } from './kinds/page-editor.ts';
import { resourceEditor } from './kinds/resource-editor.tsx';
import { watchEditor } from './kinds/watch-editor.tsx';

/** An editor with the common fields only: what its kind has of its own keeps its value. */
function plainEditor<Kind extends PublicationKind>(common: KindEditor<Kind>['common']): KindEditor<Kind> {
  return { common, fields: () => null, read: (_form, former) => former };
}

const told = {
  title: { label: 'Titre' },
  line: { label: 'En une ligne', hint: 'Pour les listes et les messages courts.' },
  brief: { label: 'Chapeau', hint: 'L’essentiel en deux ou trois phrases : beaucoup ne liront que cela.' },
  body: { label: 'Texte' },
  photo: { label: 'Photo' },
  organization: { label: 'Structure qui parle', hint: 'Laissez vide quand c’est le pôle.' },
  authorName: { label: 'À qui s’adresser' },
} as const;

/** How each kind is edited. */
export const kindEditors: { readonly [Kind in PublicationKind]: KindEditor<Kind> } = {
  home: homeEditor,
  page: pageEditor,
  door: doorEditor,
  news: newsEditor,
  story: plainEditor(told),
  project: plainEditor(told),
  action: plainEditor(told),
  resource: resourceEditor,
  experience: experienceEditor,
  watch: watchEditor,
};

/** The editor of a kind known only once the request is read. */
export function kindEditorOf(kind: PublicationKind): KindEditor<PublicationKind> {
  return kindEditors[kind] as unknown as KindEditor<PublicationKind>;
}
