import type { OpenDataset } from '#platform/contributions/module.ts';
import { figuresPath } from '../../paths.ts';

/** The figures as a table anyone may take. */
export const figuresDataset: OpenDataset = {
  name: 'chiffres',
  title: 'Chiffres clés de l’ESS sur le territoire',
  description: 'Chaque chiffre et ses valeurs passées, avec sa source, sa date et son périmètre.',
  formats: [{ label: 'CSV', path: `${figuresPath}.csv` }],
};
