/** Why an act on what the hub knows of someone was refused. */
export const refusals: Readonly<Record<string, string>> = {
  already: 'C’est déjà le cas.',
  several: 'Plusieurs personnes portent ce nom : rattachez la bonne depuis sa fiche.',
  same_person: 'C’est la même personne.',
  edited_meanwhile: 'Quelqu’un a changé cette note entre-temps. La voici telle qu’elle est maintenant.',
  key_reused: 'Cette page avait déjà servi. Rechargez-la.',
};

export const unknownPerson =
  'Personne de ce nom. Choisissez dans la liste proposée, ou ajoutez d’abord cette personne.';
export const severalPeople = 'Plusieurs personnes portent ce nom : choisissez dans la liste proposée.';
export const unknownStructure = 'Aucune structure de ce nom. Choisissez dans la liste proposée.';
