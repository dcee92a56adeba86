export * from './dates.ts';
export * from './folding.ts';
export * from './inclusive.ts';
export * from './numbers.ts';
export * from './plurals.ts';
export * from './sentences.ts';
export * from './spaces.ts';
export * from './typography.ts';
