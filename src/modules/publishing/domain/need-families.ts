import { foldForSearch } from '#platform/french/index.ts';

/** What projects look for, gathered in a few families so that one can browse by what one has to give. */
export const needFamilies = ['people', 'place', 'money', 'equipment', 'skills', 'partners'] as const;
export type NeedFamily = (typeof needFamilies)[number];

// Read in order: the first that matches decides.
const wordings: readonly (readonly [RegExp, NeedFamily])[] = [
  [
    /\b(local|locaux|lieu|salle|terrain|terre|terres|parcelles?|batiment|hangar|bureaux?|entrepot|logements?|atelier a louer)\b/,
    'place',
  ],
  [
    /\b(financ\w*|argent|pret|prets|don|dons|mecen\w*|subvention\w*|capital|tresorerie|souscri\w*|epargn\w*|euros?)\b/,
    'money',
  ],
  [
    /\b(benevol\w*|associe\w*|membres?|bras|volontaires?|coup de main|salarie\w*|emploi|adherent\w*|habitant\w*|familles?|cofondat\w*)\b/,
    'people',
  ],
  [
    /\b(materiel|machines?|camion\w*|vehicules?|mobilier|outils?|outillage|velos?|remorque|frigo\w*|vitrine|four|serre)\b/,
    'equipment',
  ],
  [
    /\b(competences?|conseil\w*|juridique|compta\w*|formation\w*|expert\w*|architecte|graphis\w*|site internet|etude|accompagn\w*|relecture|informatique)\b/,
    'skills',
  ],
  [
    /\b(partenaires?|clients?|communes?|collectivites?|ecoles?|entreprises?|fournisseurs?|producteur\w*|reseau)\b/,
    'partners',
  ],
];

/** The family of a need written in free words; null when none is clear. */
export function needFamilyOf(need: string): NeedFamily | null {
  const folded = foldForSearch(need);
  return wordings.find(([wording]) => wording.test(folded))?.[1] ?? null;
}

/** The families of several needs. */
export function needFamiliesOf(needs: readonly string[]): Set<NeedFamily> {
  return new Set(needs.flatMap((need) => needFamilyOf(need) ?? []));
}

export function isNeedFamily(text: string): text is NeedFamily {
  return (needFamilies as readonly string[]).includes(text);
}
