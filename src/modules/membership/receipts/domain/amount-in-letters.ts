const small = [
  'zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze', 'treize',
  'quatorze', 'quinze', 'seize',
]; // prettier-ignore
const tens = [
  '',
  '',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
];

/** A whole number below 100 in French words, with the spelling of 1990: hyphens everywhere. */
function belowHundred(value: number): string {
  if (value <= 16) return small[value] ?? '';
  if (value < 20) return `dix-${small[value - 10]}`;
  const ten = Math.floor(value / 10);
  const isCounted = ten === 7 || ten === 9;
  const rest = value - (isCounted ? (ten - 1) * 10 : ten * 10);
  const word = tens[ten] ?? '';
  if (rest === 0) return ten === 8 ? 'quatre-vingts' : word;
  if ((rest === 1 || rest === 11) && ten !== 8 && ten !== 9) return `${word}-et-${belowHundred(rest)}`;
  return `${word}-${belowHundred(rest)}`;
}

function belowThousand(value: number, isLast: boolean): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  const end = isLast || rest !== 80 ? belowHundred(rest) : 'quatre-vingt';
  if (hundreds === 0) return end;
  if (rest === 0) return hundreds === 1 ? 'cent' : `${small[hundreds]}-cent${isLast ? 's' : ''}`;
  return hundreds === 1 ? `cent-${end}` : `${small[hundreds]}-cent-${end}`;
}

/** A whole number from 0 to 999 999 999 in French words. */
export function inLetters(value: number): string {
  if (value === 0) return 'zéro';
  const millions = Math.floor(value / 1_000_000);
  const thousands = Math.floor((value % 1_000_000) / 1000);
  const rest = value % 1000;
  return [
    millions > 0 ? `${belowThousand(millions, true)}-million${millions > 1 ? 's' : ''}` : '',
    thousands > 0 ? (thousands === 1 ? 'mille' : `${belowThousand(thousands, false)}-mille`) : '',
    rest > 0 ? belowThousand(rest, true) : '',
  ]
    .filter(Boolean)
    .join('-');
}

/** « quarante-cinq euros et cinquante centimes ». */
export function amountInLetters(cents: number): string {
  const euros = Math.floor(cents / 100);
  const rest = cents % 100;
  // « un million d’euros », « deux millions d’euros », but « un million cent euros ».
  const of = euros >= 1_000_000 && euros % 1_000_000 === 0 ? ' d’' : ' ';
  const whole = `${inLetters(euros)}${of}euro${euros > 1 ? 's' : ''}`;
  if (rest === 0) return whole;
  const part = `${inLetters(rest)} centime${rest > 1 ? 's' : ''}`;
  return euros === 0 ? part : `${whole} et ${part}`;
}
