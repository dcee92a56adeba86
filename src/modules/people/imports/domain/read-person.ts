import { foldForSearch, formatMoney } from '#platform/french/index.ts';
import type { Cell } from '#platform/tabular/index.ts';
import { namesOf } from '../../domain/names-of.ts';
import { relationStatuses, type RelationStatus } from '../../domain/relation-statuses.ts';
import { roleFromWords } from '../../domain/role-from-words.ts';
import { draftName, type PersonDraft } from './person-draft.ts';
import type { PersonMapping, PersonTarget } from './person-targets.ts';
import { dayIn, saysYes } from './read-cells.ts';

export interface ReadPerson {
  draft: PersonDraft;
  /** What could not be kept, in French. */
  issues: string[];
  /** True when the line says nobody. */
  isRejected: boolean;
}

/** Reads a line of a list of people. `cells` are in the order of `columns`; `source` names the list. */
export function readPerson(
  columns: readonly string[],
  cells: readonly Cell[],
  mapping: PersonMapping,
  source: string,
): ReadPerson {
  const issues: string[] = [];
  const at = new Map(columns.map((column, index) => [column, index]));
  const all = (target: PersonTarget): string[] =>
    mapping.columns.flatMap((one) => {
      if (one.target !== target) return [];
      const cell = cells[at.get(one.column) ?? -1];
      const items = cell !== null && typeof cell === 'object' ? cell : [cell ?? ''];
      return items.map((item) => String(item).trim()).filter((item) => item !== '');
    });
  const one = (target: PersonTarget): string => all(target)[0] ?? '';
  const names = namesIn(one);
  const draft: PersonDraft = {
    ...names,
    emails: addresses([...all('email'), ...payerAddress(one, names)], issues),
    phones: phones(all('phone'), issues),
    postal: postalIn(all('street'), one('postcode'), one('city')),
    structure: one('structure').slice(0, 200),
    roleKind: roleFromWords(one('function')),
    function: one('function').slice(0, 120),
    ...marksIn(all('status'), all('tags')),
    notes: all('note').map((text) => ({ text: text.slice(0, 2000), on: null })),
    consent: consentIn(one, issues),
  };
  addMembership(draft, one, source, issues);
  if (draftName(draft) === '' && draft.emails.length > 0) draft.familyName = draft.emails[0]?.split('@')[0] ?? '';
  const isRejected = draftName(draft) === '';
  if (isRejected) issues.push('Ni nom ni mail : cette ligne ne dit personne.');
  return { draft, issues, isRejected };
}

function namesIn(one: (target: PersonTarget) => string): { givenName: string; familyName: string } {
  const [givenName, familyName] = [one('givenName').slice(0, 100), one('familyName').slice(0, 100)];
  return givenName || familyName ? { givenName, familyName } : namesOf(one('fullName'));
}

/** Who paid may be somebody else: her address is the person's own only when she bears the same name. */
function payerAddress(
  one: (target: PersonTarget) => string,
  names: { givenName: string; familyName: string },
): string[] {
  const payer = draftName({ givenName: one('payerGivenName'), familyName: one('payerFamilyName') });
  return payer !== '' && foldForSearch(payer) === foldForSearch(draftName(names)) ? [one('payerEmail')] : [];
}

function addresses(texts: readonly string[], issues: string[]): string[] {
  const kept = new Set<string>();
  for (const text of texts.flatMap((cell) => cell.split(/[;,\s]+/)).filter(Boolean)) {
    const address = text
      .replace(/^mailto:|[<>]/gi, '')
      .normalize('NFKC')
      .toLowerCase();
    if (/^[^\s@<>()",;:\\]{1,64}@[a-z0-9.-]+\.[a-z0-9-]{2,}$/.test(address) && address.length <= 254) kept.add(address);
    else if (text.includes('@')) issues.push(`« ${text.slice(0, 80)} » n’est pas une adresse e-mail.`);
  }
  return [...kept].slice(0, 5);
}

function phones(texts: readonly string[], issues: string[]): string[] {
  const kept = new Map<string, string>();
  for (const text of texts.flatMap((cell) => cell.split(/\s*[;/|\n]\s*/)).filter(Boolean)) {
    const digits = text.replace(/\.0$/, '').replaceAll(/\D/g, '');
    // A spreadsheet takes the first zero off.
    const shown = /^[1-9]\d{8}$/.test(digits) && !text.startsWith('+') ? `0${digits}` : text.replace(/\.0$/, '');
    if (digits.length >= 6 && digits.length <= 15 && /^[+\d\s().-]{6,40}$/.test(shown)) kept.set(digits, shown);
    else issues.push(`« ${text.slice(0, 60)} » n’est pas un numéro de téléphone.`);
  }
  return [...kept.values()].slice(0, 5);
}

function postalIn(streets: readonly string[], postcode: string, city: string): string {
  const digits = postcode.replace(/\.0$/, '').replaceAll(/\D/g, '');
  const code = digits.length === 4 || digits.length === 5 ? digits.padStart(5, '0') : '';
  const place = [code, city.replaceAll(/\s+/g, ' ')].filter(Boolean).join(' ');
  const lines = [
    streets
      .join(', ')
      .replaceAll(/\s*\n\s*/g, ', ')
      .trim(),
    place,
  ].filter(Boolean);
  return lines.join(', ').slice(0, 500);
}

/** Words of a column of statuses: those the hub knows are statuses, the others tags. */
function marksIn(statuses: readonly string[], tags: readonly string[]): Pick<PersonDraft, 'statuses' | 'tags'> {
  const found = new Set<RelationStatus>();
  const words = new Map<string, string>();
  const keepTag = (text: string): void => {
    const label = text.replaceAll(/\s+/g, ' ').trim().slice(0, 60);
    if (foldForSearch(label) !== '') words.set(foldForSearch(label), words.get(foldForSearch(label)) ?? label);
  };
  for (const text of statuses.flatMap((cell) => cell.split(/[,;|/\n]/))) {
    const folded = foldForSearch(text);
    const status = relationStatuses.find((key) => statusSigns[key].test(folded));
    if (status) found.add(status);
    // A number is a code of another program: it says nothing.
    else if (!/^\d*$/.test(folded)) keepTag(text);
  }
  for (const text of tags.flatMap((cell) => cell.split(/[,;|\n]/))) keepTag(text);
  return { statuses: [...found], tags: [...words.values()].slice(0, 20) };
}

const statusSigns: Readonly<Record<RelationStatus, RegExp>> = {
  partner: /partenaire/,
  project_holder: /porteu\w*.*projet|porteur/,
  funder: /financeu|bailleur|mecene/,
  elected_official: /\belue?\b|\bmaire\b|conseill/,
  press: /presse|journalis|media/,
};

/** « oui » without a day nor a place proves nothing: it is told, and not taken. */
function consentIn(one: (target: PersonTarget) => string, issues: string[]): PersonDraft['consent'] {
  if (!saysYes(one('consent'))) return null;
  const on = dayIn(one('consentDate'));
  const source = one('consentSource').slice(0, 200);
  if (on && source) return { on, source };
  issues.push('Accord pour les lettres sans date ou sans origine : il n’est pas repris.');
  return null;
}

/** A membership of another program is told as a note of its day, and a tag of its year: it was not joined here. */
function addMembership(
  draft: PersonDraft,
  one: (target: PersonTarget) => string,
  source: string,
  issues: string[],
): void {
  const [date, until, label, amount] = [
    one('membershipDate'),
    one('membershipUntil'),
    one('membershipLabel').slice(0, 160),
    one('membershipAmount'),
  ];
  if (!date && !until && !label && !amount) return;
  const on = dayIn(date);
  const end = dayIn(until);
  if (date && !on) issues.push(`« ${date.slice(0, 40)} » n’est pas une date d’adhésion.`);
  const euros = Number(amount.replaceAll(/[^\d,.-]/g, '').replace(',', '.'));
  const words = [
    `Adhésion selon « ${source} »`,
    label,
    amount !== '' && Number.isFinite(euros) && euros >= 0 && euros < 1e7 ? formatMoney(Math.round(euros * 100)) : '',
    end ? `jusqu’au ${end.split('-').reverse().join('/')}` : '',
  ];
  draft.notes.push({ text: words.filter(Boolean).join(', '), on });
  const year = (on ?? end)?.slice(0, 4);
  if (year && !draft.tags.includes(`Adhésion ${year}`)) draft.tags.push(`Adhésion ${year}`);
}
