import { foldForSearch } from '#platform/french/index.ts';
import type { RoleKind } from './role-kinds.ts';

// In this order: « vice-présidente » is on the board, « présidente » chairs it.
const signs: readonly (readonly [RegExp, RoleKind])[] = [
  [/\bvice[ -]|\bco[ -]?tresor|\badministrat(eur|rice)|\bconseil|\bmembre du (ca|bureau)|\bca\b/, 'board_member'],
  [/\b(co[ -]?)?president/, 'chair'],
  [/\btresor/, 'treasurer'],
  [/\bsecretaire\b(?! de mairie)/, 'secretary'],
  [/\bdirect(eur|rice|ion)|\bgerant|\bresponsable de (la )?structure/, 'director'],
  [/\bbenevol/, 'volunteer'],
  [
    /\bsalari|\bcharge[e·.]*e? d|\bcoordin|\banimat(eur|rice)|\bassistant|\bcomptable|\bresponsable|\bencadrant|\bmediat/,
    'employee',
  ],
  [/\bcontact|\breferent/, 'contact'],
];

/** What a function in words amounts to: « Trésorière adjointe » is the treasury. */
export function roleFromWords(words: string): RoleKind {
  const folded = foldForSearch(words);
  return signs.find(([sign]) => sign.test(folded))?.[1] ?? (folded === '' ? 'contact' : 'other');
}
