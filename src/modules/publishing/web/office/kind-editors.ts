import type { PublicationKind } from '../../domain/publication.ts';
import type { KindEditor } from './kind-editor.ts';

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
  home: plainEditor({ title: { label: 'Nom de la page' } }),
  page: plainEditor({ title: told.title, brief: told.brief, photo: told.photo }),
  door: plainEditor({ title: told.title, brief: told.brief, photo: told.photo }),
  news: plainEditor(told),
  story: plainEditor(told),
  project: plainEditor(told),
  action: plainEditor(told),
  resource: plainEditor({ ...told, reviewOn: { label: 'À relire le' } }),
  experience: plainEditor(told),
  watch: plainEditor({
    title: told.title,
    brief: told.brief,
    happenedOn: { label: 'Date de l’information' },
    organization: told.organization,
  }),
};

/** The editor of a kind known only once the request is read. */
export function kindEditorOf(kind: PublicationKind): KindEditor<PublicationKind> {
  return kindEditors[kind] as unknown as KindEditor<PublicationKind>;
}
