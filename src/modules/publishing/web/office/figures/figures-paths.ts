import { officePaths } from '../../../paths.ts';

const root = officePaths.figures;

export const figuresOffice = {
  list: root,
  bulk: `${root}/lot`,
  add: `${root}/ajouter`,
  trash: `${root}/corbeille`,
  indicators: `${root}/indicateurs`,
  edit: (id: string) => `${root}/${id}`,
  move: (id: string) => `${root}/${id}/ordre`,
  points: (id: string) => `${root}/${id}/valeurs`,
} as const;
