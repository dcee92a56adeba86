/** Pieces of the site that a hub may keep for its members; what it does not keep, everyone sees. */
export const memberPieces = ['contacts', 'phones', 'messages', 'streets', 'showcase'] as const;
export type MemberPiece = (typeof memberPieces)[number];

export const memberPieceWords: Readonly<Record<MemberPiece, { readonly label: string; readonly hint: string }>> = {
  contacts: {
    label: 'Les personnes à contacter dans les structures',
    hint: 'Leur nom, leur fonction, leur ligne directe.',
  },
  phones: { label: 'Les numéros de téléphone des structures', hint: 'Sur les fiches, dans les fichiers et les flux.' },
  messages: {
    label: 'Écrire à une structure depuis sa fiche',
    hint: 'L’adresse elle-même n’est jamais montrée au public.',
  },
  streets: {
    label: 'L’adresse exacte',
    hint: 'La commune reste visible, et la carte montre son centre.',
  },
  showcase: { label: 'La page « Nos membres »', hint: 'Qui adhère, thème par thème.' },
};
