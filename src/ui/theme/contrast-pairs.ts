import { categories } from './categories.ts';
import { states, type Token } from './derive-theme.ts';

/** A colour set upon another somewhere in the interface, with the ratio WCAG 2.2 AA asks there. */
export interface ContrastPair {
  readonly on: Token;
  readonly under: Token;
  readonly ratio: number;
}

const TEXT = 4.5;
const SHAPE = 3;
const grounds = ['paper', 'surface', 'soft', 'field', 'brandSoft'] as const;

const pair = (on: Token, under: Token, ratio = TEXT): ContrastPair => ({ on, under, ratio });

/** Every text/background and control/background pair the stylesheet uses. */
export const contrastPairs: readonly ContrastPair[] = [
  ...grounds.flatMap((ground) => [
    pair('ink', ground),
    pair('muted', ground),
    pair('brandText', ground),
    pair('accentText', ground),
    pair('link', ground),
    pair('control', ground, SHAPE),
    pair('focus', ground, SHAPE),
    ...states.map((state) => pair(state, ground)),
    ...categories.map((category) => pair(`${category}Text`, ground)),
  ]),
  ...states.flatMap((state) => [pair(state, `${state}Soft`), pair('ink', `${state}Soft`)]),
  ...categories.map((category) => pair(`${category}On`, category)),
  pair('brandOn', 'brand'),
  pair('accentOn', 'accent'),
  pair('accentOn', 'accentHover'),
  pair('dangerOn', 'dangerFill'),
  pair('deepOn', 'deep'),
  pair('deepOn', 'deepSoft'),
  pair('deepMuted', 'deep'),
  pair('deepMuted', 'deepSoft'),
  pair('deepFocus', 'deep', SHAPE),
  pair('deepFocus', 'deepSoft', SHAPE),
  pair('paper', 'ink'),
  pair('ink', 'mark'),
];
