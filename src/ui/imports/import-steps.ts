/** The steps of bringing a list in, as every page of it shows them. */
export const importSteps = [
  { label: 'Choisir la liste' },
  { label: 'Reconnaître les colonnes' },
  { label: 'Vérifier' },
  { label: 'Importer' },
];
