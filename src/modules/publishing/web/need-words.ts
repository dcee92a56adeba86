import type { NeedFamily } from '../domain/need-families.ts';

/** How each family of needs is called, and its name in addresses. */
export const needWords: Readonly<Record<NeedFamily, { label: string; slug: string }>> = {
  people: { label: 'des bras, des associé·es', slug: 'personnes' },
  place: { label: 'un lieu', slug: 'lieu' },
  money: { label: 'des financements', slug: 'financements' },
  equipment: { label: 'du matériel', slug: 'materiel' },
  skills: { label: 'des conseils', slug: 'conseils' },
  partners: { label: 'des partenaires', slug: 'partenaires' },
};

/** The family that an address names. */
export function needFamilyAt(slug: string): NeedFamily | null {
  const found = Object.entries(needWords).find(([, words]) => words.slug === slug);
  return found ? (found[0] as NeedFamily) : null;
}
