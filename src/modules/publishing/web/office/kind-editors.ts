import type { PublicationKind } from '../../domain/publication.ts';
import { newsEditor } from './kinds/news-editor.tsx';
import type { KindEditor } from './kind-editor.ts';
import { doorEditor } from './kinds/door-editor.tsx';
import { experienceEditor } from './kinds/experience-editor.tsx';
import { homeEditor, pageEditor } from './kinds/page-editor.ts';
import { resourceEditor } from './kinds/resource-editor.tsx';
import { storyEditor } from './kinds/story-editor.tsx';
import { projectEditor } from './kinds/project-editor.tsx';
import { actionEditor } from './kinds/action-editor.tsx';
import { watchEditor } from './kinds/watch-editor.tsx';

/** How each kind is edited. */
export const kindEditors: { readonly [Kind in PublicationKind]: KindEditor<Kind> } = {
  home: homeEditor,
  page: pageEditor,
  door: doorEditor,
  news: newsEditor,
  story: storyEditor,
  project: projectEditor,
  action: actionEditor,
  resource: resourceEditor,
  experience: experienceEditor,
  watch: watchEditor,
};

/** The editor of a kind known only once the request is read. */
export function kindEditorOf(kind: PublicationKind): KindEditor<PublicationKind> {
  return kindEditors[kind] as unknown as KindEditor<PublicationKind>;
}
