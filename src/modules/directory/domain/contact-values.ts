import { textOf } from '#platform/tabular/text-of.ts';
import type { LinkKind, OrganizationLink } from './organization-draft.ts';

export type CheckedValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'valid'; readonly value: string }
  | { readonly kind: 'invalid'; readonly message: string };

const none: CheckedValue = { kind: 'none' };
const blank = /^(?:n\/?a|nc|nd|non|aucune?|néant|neant|sans|null|none|private|hidden|-+|\?+|\.+|\/+)$/i;

/** GoGoCarto writes `private` or `hidden` where it keeps an address to itself. */
const isBlank = (text: string) => text === '' || blank.test(text);

/** Nine or ten digits dialled within France, as E.164. */
function internationalPhone(digits: string): string | undefined {
  const nine = /^0?([1-9]\d{8})$/.exec(digits)?.[1];
  return nine === undefined ? undefined : `+${overseas.get(nine.slice(0, 3)) ?? '33'}${nine}`;
}

// First digits of the nine of an overseas department → its own country code (ARCEP numbering plan, 2018).
const overseas: ReadonlyMap<string, string> = new Map([
  ...['262', '263', '269', '639', '692', '693'].map((prefix) => [prefix, '262'] as const),
  ...['590', '690', '691'].map((prefix) => [prefix, '590'] as const),
  ...['594', '694'].map((prefix) => [prefix, '594'] as const),
  ...['596', '696', '697'].map((prefix) => [prefix, '596'] as const),
]);

/** A phone number as E.164: French by default, short numbers (3949) kept as they are. */
export function checkPhone(value: unknown): CheckedValue {
  const raw = textOf(value).trim();
  if (isBlank(raw)) return none;
  // Several numbers in a cell: the first one.
  const first =
    raw
      .split(/\s(?:ou|et|puis)\s|[/;|\n]|,(?=\s*[+0(])|\s-\s(?=\+?\d)/i)
      .map((part) => part.trim())
      .find((part) => /\d{2}/.test(part)) ?? raw;
  const withoutWords = first
    .replace(/^[^\d+(]+/, '')
    .replace(/(?:poste|ext\.?|#).*$/i, '')
    .replace(/\(0\)/g, '')
    .replace(/[^\d+]+$/, '');
  let digits = withoutWords
    .replace(/\.0$/, '')
    .replace(/(?!^)\+/g, '')
    .replace(/[^\d+]/g, '');
  digits = digits.replace(/^00/, '+');
  if (/^33\d{9}$/.test(digits)) digits = `+${digits}`;
  if (digits.startsWith('+33')) {
    const national = digits.slice(3).replace(/^0/, '');
    const phone = /^[1-9]\d{8}$/.test(national) ? `+33${national}` : undefined;
    return phone
      ? { kind: 'valid', value: phone }
      : { kind: 'invalid', message: 'Ce numéro de téléphone n’a pas 10 chiffres.' };
  }
  if (digits.startsWith('+')) {
    return /^\+[1-9]\d{6,14}$/.test(digits)
      ? { kind: 'valid', value: digits }
      : { kind: 'invalid', message: 'Ce numéro de téléphone international est incomplet.' };
  }
  if (/^(?:3\d{3}|10\d{2}|1[578]|11[2-9]|118\d{3})$/.test(digits)) return { kind: 'valid', value: digits };
  const phone = internationalPhone(digits);
  return phone
    ? { kind: 'valid', value: phone }
    : { kind: 'invalid', message: 'Ce numéro de téléphone n’a pas 10 chiffres.' };
}

/** A stored phone as French people read it: « 02 99 00 00 00 ». Other countries are grouped by two after the code. */
export function shownPhone(phone: string): string {
  const national = /^\+(?:33|262|508|590|594|596)(\d{9})$/.exec(phone)?.[1];
  if (national !== undefined) return `0${national}`.replace(/(\d{2})(?=\d)/g, '$1\u00a0');
  if (/^3\d{3}$/.test(phone)) return phone.replace(/(\d{2})(\d{2})/, '$1\u00a0$2');
  return phone.replace(/^(\+\d{1,3}?)(\d{2})(?=(\d{2})+$)/, '$1\u00a0$2').replace(/(\d{2})(?=(\d{2})+$)/g, '$1\u00a0');
}

const email = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;

/** An e-mail address, its domain in lower case; « contact (at) exemple.fr » and `mailto:` understood. */
export function checkEmail(value: unknown): CheckedValue {
  const raw = textOf(value).trim();
  if (isBlank(raw)) return none;
  const text = raw
    .slice(0, 500)
    .replace(/mailto:/gi, '')
    .replace(/\s*[[(]\s*(?:at|arobase|a)\s*[\])]\s*/gi, '@')
    .replace(/\s*[[(]\s*(?:dot|point)\s*[\])]\s*/gi, '.')
    .replace(/\s*@\s*/, '@');
  for (const part of text.split(/[\s;,|<>()"]+/)) {
    const candidate = part.replace(/[.:]+$/, '');
    if (!email.test(candidate) || candidate.includes('..')) continue;
    const [local = '', domain = ''] = candidate.split('@');
    return { kind: 'valid', value: `${local}@${domain.toLowerCase()}` };
  }
  return { kind: 'invalid', message: 'Cette adresse électronique est incomplète ou mal écrite.' };
}

/** A web address with `https://` when none was written; anything but http and https is refused. */
export function checkWebsite(value: unknown): CheckedValue {
  const raw = textOf(value).trim();
  if (isBlank(raw)) return none;
  const refused: CheckedValue = { kind: 'invalid', message: 'Cette adresse de site n’est pas une adresse web.' };
  const first = raw.split(/[\s;|]+|,(?=\s*(?:https?:|www\.))/).find((part) => part.includes('.')) ?? raw;
  const repaired = first
    .replace(/^(https?):?\/*(?=[^/])/i, '$1://')
    .replace(/^(https?:\/\/)https?:?\/*/i, '$1')
    .replace(/^\/\//, 'https://');
  const withScheme = /^https?:\/\//i.test(repaired) ? repaired : `https://${repaired}`;
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(repaired) && !/^https?:\/\//i.test(repaired)) return refused;
  if (!URL.canParse(withScheme) || withScheme.length > 2_000) return refused;
  const url = new URL(withScheme);
  const named = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i.test(url.hostname);
  if (!named || url.username !== '' || url.password !== '' || (first.includes('@') && !first.includes('/')))
    return refused;
  return { kind: 'valid', value: url.pathname === '/' && url.search === '' && url.hash === '' ? url.origin : url.href };
}

const hosts: readonly (readonly [RegExp, LinkKind])[] = [
  [/(?:^|\.)(?:facebook\.com|fb\.com|fb\.me)$/, 'facebook'],
  [/(?:^|\.)instagram\.com$/, 'instagram'],
  [/(?:^|\.)linkedin\.com$/, 'linkedin'],
  [/(?:^|\.)(?:youtube\.com|youtu\.be)$/, 'youtube'],
  [/(?:^|\.)(?:twitter\.com|x\.com)$/, 'x'],
  [/(?:^|\.)bsky\.app$/, 'bluesky'],
  [/(?:^|\.)tiktok\.com$/, 'tiktok'],
  [/(?:^|\.)helloasso\.com$/, 'helloasso'],
  [/(?:^|\.)(?:mastodon\.[a-z]+|mamot\.fr|piaille\.fr|framapiaf\.org|mastodon\.social)$/, 'mastodon'],
  [/peertube|(?:^|\.)tube\./, 'peertube'],
];

/** What an address links to, told from its host; `other` when it is nothing known. */
export function linkKindOf(url: string): LinkKind {
  const host = URL.canParse(url) ? new URL(url).hostname.toLowerCase() : '';
  return hosts.find(([pattern]) => pattern.test(host))?.[1] ?? 'other';
}

/** A cell of links, or of bare account names when the column tells the network. */
export function parseLinks(value: unknown, network?: LinkKind): OrganizationLink[] {
  const parts = (Array.isArray(value) ? value.map(String) : textOf(value).split(/[\s;|,]+/)).filter(
    (part) => part !== '',
  );
  return parts.flatMap((part) => {
    const handle = /^@?([\w.-]{2,60})$/.exec(part)?.[1];
    const home =
      network === 'facebook' || network === 'instagram'
        ? `https://www.${network}.com/`
        : network === 'x'
          ? 'https://x.com/'
          : undefined;
    const written = handle && home && !/\.(?:com|fr|org)\b/.test(part) ? `${home}${handle}` : part;
    const checked = checkWebsite(written);
    if (checked.kind !== 'valid') return [];
    const kind = linkKindOf(checked.value);
    return [{ kind: kind === 'other' && network ? network : kind, url: checked.value }];
  });
}
