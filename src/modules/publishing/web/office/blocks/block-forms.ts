import type { BlockField, BlockForms } from './block-form.ts';

const title: BlockField = { type: 'line', name: 'title', label: 'Titre', most: 120 };
const photo = (label: string): BlockField & { type: 'photo' } => ({
  type: 'photo',
  name: 'imageId',
  label,
  alternative: 'alternative',
});
const pictures = (most: number): BlockField => ({
  type: 'list',
  name: 'pictures',
  label: 'Photos',
  one: 'une photo',
  most,
  fields: [photo('Photo')],
});
const where = 'Une page du site (/agenda) ou une adresse complète (https://…).';

/** Every kind of block, as the employee meets it. */
export const blockForms: BlockForms = {
  hero: {
    label: 'Ouverture',
    icon: 'image',
    about: 'Le grand titre d’une page, sur une photo.',
    fields: [
      title,
      { type: 'text', name: 'text', label: 'Une ou deux phrases', most: 400 },
      photo('Photo'),
      {
        type: 'list',
        name: 'actions',
        label: 'Boutons',
        one: 'un bouton',
        most: 3,
        fields: [
          { type: 'line', name: 'label', label: 'Ce que dit le bouton', most: 60 },
          { type: 'target', name: 'href', label: 'Où il mène', hint: where },
        ],
      },
    ],
  },
  text: {
    label: 'Texte',
    icon: 'list',
    about: 'Quelques paragraphes.',
    fields: [title, { type: 'rich', name: 'html', label: 'Texte' }],
  },
  'image-text': {
    label: 'Photo et texte',
    icon: 'image',
    about: 'Un texte et ses photos, côte à côte.',
    fields: [
      title,
      { type: 'rich', name: 'html', label: 'Texte' },
      {
        type: 'choice',
        name: 'side',
        label: 'Photos',
        choices: [
          { value: 'right', label: 'à droite' },
          { value: 'left', label: 'à gauche' },
        ],
      },
      pictures(4),
    ],
  },
  gallery: {
    label: 'Galerie',
    icon: 'image',
    about: 'Plusieurs photos à regarder.',
    fields: [title, pictures(60)],
  },
  quote: {
    label: 'Témoignage',
    icon: 'user',
    about: 'Les mots de quelqu’un, avec son visage.',
    fields: [
      { type: 'text', name: 'text', label: 'Ses mots', most: 600 },
      { type: 'line', name: 'by', label: 'Qui parle', most: 120 },
      { type: 'line', name: 'role', label: 'Ce que fait cette personne', most: 120 },
      photo('Son visage'),
    ],
  },
  figures: {
    label: 'Chiffres clés',
    icon: 'sort',
    about: 'Quelques chiffres en grand, avec leur source.',
    fields: [
      title,
      {
        type: 'picked',
        name: 'figureIds',
        among: 'figures',
        label: 'Chiffres',
        hint: 'Aucun coché : ceux que le pôle met en avant.',
      },
    ],
  },
  cards: {
    label: 'Cartes',
    icon: 'copy',
    about: 'Des actualités, structures, histoires : les dernières ou celles que vous choisissez.',
    fields: [
      title,
      { type: 'source', name: 'source', label: 'Cartes de' },
      {
        type: 'choice',
        name: 'mode',
        label: 'Lesquelles',
        choices: [
          { value: 'latest', label: 'les dernières' },
          { value: 'chosen', label: 'celles que je choisis' },
        ],
      },
      { type: 'number', name: 'count', label: 'Combien', least: 1, most: 12 },
      { type: 'reader', name: 'audience', label: 'Pour ce lecteur seulement' },
      { type: 'theme', name: 'theme', label: 'Dans ce domaine seulement' },
      { type: 'picked', name: 'ids', among: 'cards', label: 'Cartes choisies' },
    ],
  },
  'call-to-action': {
    label: 'Appel à agir',
    icon: 'send',
    about: 'Un bloc de couleur et un bouton.',
    fields: [
      title,
      { type: 'text', name: 'text', label: 'Une ou deux phrases', most: 400 },
      { type: 'line', name: 'label', label: 'Ce que dit le bouton', most: 60 },
      { type: 'target', name: 'href', label: 'Où il mène', hint: where },
    ],
  },
  doors: {
    label: 'Portes',
    icon: 'arrow-right',
    about: '« Vous êtes… », « Je veux… ».',
    fields: [
      title,
      {
        type: 'choice',
        name: 'group',
        label: 'Lesquelles',
        choices: [
          { value: 'all', label: 'toutes' },
          { value: 'profile', label: 'Vous êtes…' },
          { value: 'intent', label: 'Je veux…' },
        ],
      },
    ],
  },
  team: {
    label: 'Équipe',
    icon: 'users',
    about: 'Les visages de l’équipe et du conseil d’administration.',
    fields: [
      title,
      {
        type: 'list',
        name: 'people',
        label: 'Personnes',
        one: 'une personne',
        most: 60,
        fields: [
          { type: 'line', name: 'name', label: 'Prénom et nom', most: 120 },
          { type: 'line', name: 'role', label: 'Fonction', most: 160 },
          { type: 'text', name: 'text', label: 'Quelques mots', most: 400 },
          {
            type: 'choice',
            name: 'group',
            label: 'Groupe',
            choices: [
              { value: 'team', label: 'L’équipe' },
              { value: 'board', label: 'Le conseil d’administration' },
            ],
          },
          photo('Portrait'),
        ],
      },
    ],
  },
  partners: {
    label: 'Partenaires',
    icon: 'link',
    about: 'Leurs logos, et le chemin de leur site.',
    fields: [
      title,
      {
        type: 'list',
        name: 'partners',
        label: 'Partenaires',
        one: 'un partenaire',
        most: 60,
        fields: [
          { type: 'line', name: 'name', label: 'Nom', most: 120 },
          { type: 'target', name: 'href', label: 'Site', hint: where },
          { type: 'photo', name: 'imageId', label: 'Logo' },
        ],
      },
    ],
  },
  map: {
    label: 'Carte',
    icon: 'map',
    about: 'Un extrait de la carte de l’annuaire.',
    fields: [title, { type: 'theme', name: 'theme', label: 'Dans ce domaine seulement' }],
  },
  video: {
    label: 'Vidéo',
    icon: 'eye',
    about: 'Une vidéo, chargée seulement quand on la demande.',
    fields: [
      title,
      { type: 'target', name: 'url', label: 'Adresse de la vidéo', hint: 'Celle de sa page : https://…' },
      {
        type: 'text',
        name: 'transcript',
        label: 'Ce qu’on y entend',
        hint: 'Pour qui n’entend pas, ou préfère lire.',
        most: 20_000,
      },
      photo('Image d’attente'),
    ],
  },
  files: {
    label: 'Documents',
    icon: 'download',
    about: 'Des fichiers à télécharger.',
    fields: [
      title,
      {
        type: 'list',
        name: 'files',
        label: 'Documents',
        one: 'un document',
        most: 40,
        fields: [
          { type: 'file', name: 'fileId', label: 'Fichier' },
          { type: 'line', name: 'label', label: 'Comment l’appeler', most: 160 },
        ],
      },
    ],
  },
  questions: {
    label: 'Questions et réponses',
    icon: 'info',
    about: 'Les questions qu’on vous pose, et vos réponses.',
    fields: [
      title,
      {
        type: 'list',
        name: 'items',
        label: 'Questions',
        one: 'une question',
        most: 60,
        fields: [
          { type: 'line', name: 'question', label: 'Question', most: 200 },
          { type: 'rich', name: 'html', label: 'Réponse' },
        ],
      },
    ],
  },
  contact: {
    label: 'Contact',
    icon: 'phone',
    about: 'La personne à appeler, et le chemin pour écrire.',
    fields: [
      title,
      { type: 'text', name: 'text', label: 'Une phrase', most: 400 },
      {
        type: 'reader',
        name: 'profile',
        label: 'Pour ce lecteur',
        hint: 'Chaque lecteur peut avoir sa personne à appeler.',
      },
    ],
  },
  contribution: {
    label: 'Bloc du site',
    icon: 'settings',
    about: 'Ce que le site montre de lui-même.',
    fields: [{ type: 'flag', name: 'isHidden', label: 'Ne pas montrer ce bloc sur l’accueil' }],
  },
};
