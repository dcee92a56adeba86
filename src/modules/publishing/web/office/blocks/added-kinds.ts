import type { BlockKind } from '../../../content/blocks.ts';

/** What « Ajouter un bloc » offers, most used first. Blocks of the site are moved or hidden, never added. */
export const addedKinds: readonly BlockKind[] = [
  'text',
  'image-text',
  'cards',
  'call-to-action',
  'hero',
  'gallery',
  'quote',
  'questions',
  'contact',
  'figures',
  'files',
  'video',
  'team',
  'partners',
  'doors',
  'map',
];
