import type { KindEditor } from '../kind-editor.ts';

/** A page: a title, and blocks, which the frame draws for every arranged kind. */
export const pageEditor: KindEditor<'page'> = {
  common: {
    title: { label: 'Titre de la page' },
    brief: { label: 'En deux phrases', hint: 'Sous le titre, et dans les moteurs de recherche.' },
    photo: { label: 'Photo', hint: 'En tête de la page, quand elle ne commence pas par un bloc « Ouverture ».' },
  },
  fields: () => null,
  read: (_form, former) => former,
};

/** The home: its title is for the team alone. */
export const homeEditor: KindEditor<'home'> = {
  common: { title: { label: 'Nom de la page' } },
  fields: () => null,
  read: (_form, former) => former,
};
