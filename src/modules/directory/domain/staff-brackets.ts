import { textOf } from '#platform/tabular/text-of.ts';
import { comparableText } from './comparable-text.ts';

/** INSEE brackets of staff numbers (« tranche d'effectif salarié »). */
export const staffBrackets = [
  'NN',
  '00',
  '01',
  '02',
  '03',
  '11',
  '12',
  '21',
  '22',
  '31',
  '32',
  '41',
  '42',
  '51',
  '52',
  '53',
] as const;
export type StaffBracket = (typeof staffBrackets)[number];

const lowest: ReadonlyMap<StaffBracket, number> = new Map([
  ['00', 0],
  ['01', 1],
  ['02', 3],
  ['03', 6],
  ['11', 10],
  ['12', 20],
  ['21', 50],
  ['22', 100],
  ['31', 200],
  ['32', 250],
  ['41', 500],
  ['42', 1_000],
  ['51', 2_000],
  ['52', 5_000],
  ['53', 10_000],
]);

const labels: Readonly<Record<StaffBracket, string>> = {
  NN: 'Sans salarié·e',
  '00': 'Aucun·e salarié·e en fin d’année',
  '01': '1 ou 2 salarié·es',
  '02': '3 à 5 salarié·es',
  '03': '6 à 9 salarié·es',
  '11': '10 à 19 salarié·es',
  '12': '20 à 49 salarié·es',
  '21': '50 à 99 salarié·es',
  '22': '100 à 199 salarié·es',
  '31': '200 à 249 salarié·es',
  '32': '250 à 499 salarié·es',
  '41': '500 à 999 salarié·es',
  '42': '1\u202f000 à 1\u202f999 salarié·es',
  '51': '2\u202f000 à 4\u202f999 salarié·es',
  '52': '5\u202f000 à 9\u202f999 salarié·es',
  '53': '10\u202f000 salarié·es et plus',
};

export const staffBracketLabel = (bracket: StaffBracket): string => labels[bracket];

const isBracket = (text: string): text is StaffBracket => (staffBrackets as readonly string[]).includes(text);

export function staffBracketOf(count: number): StaffBracket {
  if (count < 1) return 'NN';
  let bracket: StaffBracket = '01';
  for (const [candidate, from] of lowest) if (count >= from) bracket = candidate;
  return bracket;
}

/**
 * A bracket from its code, its label (« 50 à 99 salariés ») or a number of people. A bare number of two digits is a code
 * only when `codes` says that the column holds codes: « 12 » would otherwise be twelve people.
 */
export function parseStaffBracket(value: unknown, { codes = false }: { codes?: boolean } = {}): StaffBracket | null {
  const raw = textOf(value).trim().replace(/\.0$/, '');
  if (raw.toUpperCase() === 'NN') return 'NN';
  const padded = raw.padStart(2, '0');
  if (/^0\d$/.test(raw) || codes) {
    if (isBracket(padded)) return padded;
  }
  const text = comparableText(raw.replace(/(\d)[\s\u00a0\u202f](?=\d{3}\b)/g, '$1'));
  if (/^(?:aucun|sans|pas de|zero|0 )/.test(`${text} `)) return 'NN';
  const first = /\d+/.exec(text)?.[0];
  return first === undefined ? null : staffBracketOf(Number(first));
}
