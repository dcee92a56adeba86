import { officePaths } from '../../paths.ts';

/** Where one is, under « Formations ». */
export function trail(...steps: { label: string; href: string }[]): { label: string; href: string }[] {
  return [{ label: 'Formations', href: officePaths.home }, ...steps];
}
