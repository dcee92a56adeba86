/** Ways a place or an event can be reached; codes of the OpenAgenda API v2 (`accessibility`). */
export const accessKinds = ['mi', 'hi', 'vi', 'pi', 'ii'] as const;
export type AccessKind = (typeof accessKinds)[number];

export const accessKindNames: Readonly<Record<AccessKind, string>> = {
  mi: 'Accessible en fauteuil',
  hi: 'Boucle magnétique, vélotypie ou langue des signes',
  vi: 'Accueil des personnes aveugles ou malvoyantes',
  pi: 'Accueil des personnes en situation de handicap psychique',
  ii: 'Facile à comprendre',
};
