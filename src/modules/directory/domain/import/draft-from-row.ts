import type { Row } from '#platform/tabular/index.ts';
import { checkEmail, checkPhone, checkWebsite, linkKindOf, parseLinks } from '../contact-values.ts';
import { checkAnyIdentifier, checkRna, checkSiren, checkSiret } from '../identifiers.ts';
import { parseLegalForm } from '../legal-forms.ts';
import { formatOpeningWeek, parseOpeningWeek } from '../opening-hours.ts';
import { weekFromFrench, weekFromSlots } from '../opening-hours-in-french.ts';
import { isOpeningHoursSyntax } from '../opening-now.ts';
import { emptyDraft, missionLength } from '../organization-draft.ts';
import type { ContactPerson, OrganizationDraft, OrganizationLevel, OrganizationLink } from '../organization-draft.ts';
import { parseStaffBracket } from '../staff-brackets.ts';
import { comparableText } from '../comparable-text.ts';
import { readAddress } from './read-address.ts';
import { readDate, readYear } from './read-date.ts';
import { shownCell } from './reading.ts';
import type { Reading } from './reading.ts';
import { rowReader } from './row-reader.ts';
import type { RowProblem, RowReader } from './row-reader.ts';

export type DraftFromRow = {
  /** Null when the row has no name that can be shown. */
  readonly draft: OrganizationDraft | null;
  readonly problems: readonly RowProblem[];
};

const longestName = 200;
const longestDescription = 10_000;

const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

function readName(row: RowReader): string | undefined {
  for (const found of row.all('name')) {
    const name = onOneLine(found.value);
    if (
      (name.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < 2 ||
      /^(?:null|undefined|none|n\/?a|sans nom|inconnu|nan)$/i.test(name)
    )
      continue;
    if (name.length > longestName) row.warn(found, `Ce nom de ${name.length} signes a été coupé à ${longestName}.`);
    return name.slice(0, longestName);
  }
  return undefined;
}

/** SIRET, SIREN and RNA from their columns or from one that mixes them; the SIREN follows from the SIRET. */
function readIdentifiers(row: RowReader): Pick<OrganizationDraft, 'siren' | 'siret' | 'rna'> {
  let siret = row.checked('siret', checkSiret);
  let siren = row.checked('siren', checkSiren);
  let rna = row.checked('rna', checkRna);
  for (const found of row.all('identifier')) {
    const checked = checkAnyIdentifier(found.value);
    if (checked.kind === 'invalid') row.warn(found, checked.message);
    else if (checked.kind === 'siret') siret ??= checked.value;
    else if (checked.kind === 'siren') siren ??= checked.value;
    else if (checked.kind === 'rna') rna ??= checked.value;
  }
  const fromSiret = siret?.slice(0, 9) ?? null;
  if (siren !== null && fromSiret !== null && siren !== fromSiret) {
    const found = row.first('siren') ?? { column: '', value: siren };
    row.warn(found, 'Ce SIREN n’est pas celui du SIRET : le SIRET est gardé.');
  }
  return { siret, siren: fromSiret ?? siren, rna };
}

/** The first sentences of a text that fit a mission, or nothing. */
function missionFrom(text: string): string | null {
  const line = onOneLine(text);
  if (line.length <= missionLength) return line === '' ? null : line;
  const cut = line.slice(0, missionLength);
  const sentence = cut.slice(0, cut.search(/[.!?…](?=[^.!?…]*$)/) + 1);
  return sentence.length >= 40 ? sentence : `${cut.slice(0, cut.lastIndexOf(' ', missionLength - 2))}…`;
}

function readTexts(row: RowReader): Pick<OrganizationDraft, 'mission' | 'description'> {
  const mission = row.first('mission')?.value ?? '';
  const parts = row.all('description').map(({ value }) => value);
  if (onOneLine(mission).length > missionLength) parts.unshift(mission);
  const description = [...new Set(parts)].join('\n\n').slice(0, longestDescription);
  return { mission: missionFrom(mission), description: description === '' ? null : description };
}

function readOpeningHours(
  row: RowReader,
  reading: Reading,
  cells: Row['cells'],
): Pick<OrganizationDraft, 'openingHours' | 'openingHoursNote'> {
  const notes: string[] = [];
  let hours: string | null = null;
  for (const { value } of row.all('openingHours')) {
    const week = parseOpeningWeek(value) ?? weekFromFrench(value);
    const understood = week
      ? formatOpeningWeek(week)
      : /^[A-Z0-9]/.test(value) && /\d:\d\d/.test(value) && isOpeningHoursSyntax(value)
        ? value
        : null;
    if (hours === null && understood !== null) hours = understood;
    // The sentence is kept when it says more than hours.
    if (understood === null || /rendez|rdv|appel|sauf|ferm/i.test(value)) notes.push(onOneLine(value).slice(0, 500));
  }
  const slots = reading.columnsOf('openingSlot').flatMap(({ column, slot }) => {
    const text = shownCell(cells[column]).trim();
    return slot === undefined || text === '' ? [] : [{ column, slot, text }];
  });
  if (slots.length > 0) {
    const { week, unread } = weekFromSlots(slots.map(({ slot, text }) => [slot, text]));
    hours = formatOpeningWeek(week) ?? hours;
    for (const { column, text } of slots)
      if (unread.includes(text))
        row.warn({ column, value: text }, 'Ces horaires n’ont pas été compris : ils sont gardés tels quels en note.');
    notes.push(...unread);
  }
  return {
    openingHours: hours,
    openingHoursNote: notes.length === 0 ? null : [...new Set(notes)].join('\n').slice(0, 1_000),
  };
}

/** The website of the organization; a page on a social network is a link. */
function readWeb(row: RowReader, reading: Reading, cells: Row['cells']): Pick<OrganizationDraft, 'website' | 'links'> {
  const links: OrganizationLink[] = [];
  const site = row.checked('website', checkWebsite);
  const kind = site === null ? 'other' : linkKindOf(site);
  if (site !== null && kind !== 'other') links.push({ kind, url: site });
  for (const { column, network } of reading.columnsOf('links')) {
    const cell = cells[column];
    const found = parseLinks(cell, network);
    if (found.length === 0 && shownCell(cell) !== '')
      row.warn({ column, value: shownCell(cell) }, 'Ce lien n’est pas une adresse web.');
    links.push(
      ...found.map((link) =>
        /(?:^|[ _.])(?:source|fiche|permalien|uri)/i.test(column) || /^(?:url|lien|link)$/i.test(column)
          ? { ...link, kind: link.kind === 'other' ? ('source' as const) : link.kind }
          : link,
      ),
    );
  }
  const distinct = [...new Map(links.map((link) => [link.url, link])).values()].filter(
    ({ url }) => url !== site || kind !== 'other',
  );
  return { website: kind === 'other' ? site : null, links: distinct };
}

function readContact(row: RowReader): ContactPerson | null {
  const name = onOneLine(
    row
      .all('contactName')
      .map(({ value }) => value)
      .join(' '),
  ).slice(0, 120);
  const person: ContactPerson = {
    name: name === '' ? null : name,
    role: row.first('contactRole')?.value.slice(0, 120) ?? null,
    email: row.checked('contactEmail', checkEmail),
    phone: row.checked('contactPhone', checkPhone),
  };
  return Object.values(person).some((value) => value !== null) ? person : null;
}

const levels: readonly (readonly [RegExp, OrganizationLevel])[] = [
  [/tete de reseau|regional|federation|union/, 'regional_head'],
  [/regroupement|groupement|reseau|collectif/, 'grouping'],
  [/appui|accompagnement|support/, 'support_body'],
  [/base|structure|locale?/, 'base'],
];

const readLevel = (row: RowReader): OrganizationLevel | null => {
  const text = comparableText(row.first('level')?.value ?? '');
  return levels.find(([pattern]) => pattern.test(text))?.[1] ?? null;
};

function readLegalForm(row: RowReader): OrganizationDraft['legalForm'] {
  for (const { value } of row.all('legalForm')) {
    const form = parseLegalForm(value);
    if (form) return form;
  }
  return null;
}

function readPhotos(row: RowReader, reading: Reading, cells: Row['cells']): OrganizationDraft['photos'] {
  const credit = row.first('photoCredit')?.value.slice(0, 200) ?? null;
  const urls = reading.columnsOf('photos').flatMap(({ column }) => parseLinks(cells[column]).map(({ url }) => url));
  return [...new Set(urls)].slice(0, 12).map((url) => ({ url, credit }));
}

function readYearFounded(row: RowReader): number | null {
  const found = row.first('yearFounded');
  const year = found ? readYear(found.value) : null;
  if (found && year === null) row.warn(found, 'Cette année de création n’a pas été comprise.');
  return year;
}

const rejected = (column: string, value: string, problems: readonly RowProblem[]): DraftFromRow => ({
  draft: null,
  problems: [{ column, value, message: 'Cette ligne n’a pas de nom.', severity: 'reject' }, ...problems],
});

/**
 * One row as an organization. A bad value never loses the row: it becomes a warning that keeps the text. Only a row
 * without a usable name is rejected.
 */
export function draftFromRow({ cells }: Row, reading: Reading): DraftFromRow {
  const row = rowReader(cells, reading);
  const name = readName(row);
  if (name === undefined) {
    const found = row.first('name');
    return rejected(found?.column ?? reading.columnsOf('name')[0]?.column ?? '', found?.value ?? '', row.problems);
  }
  const shortName = row
    .all('shortName')
    .map(({ value }) => onOneLine(value).slice(0, 100))
    .find((value) => comparableText(value) !== comparableText(name) && value !== '');
  const contact = readContact(row);
  const isPerson = contact !== null && (contact.name !== null || contact.role !== null);
  const [phone, email] = [row.checked('phone', checkPhone), row.checked('email', checkEmail)];
  const draft: OrganizationDraft = {
    ...emptyDraft(name),
    shortName: shortName ?? null,
    legalForm: readLegalForm(row),
    level: readLevel(row),
    ...readIdentifiers(row),
    ...readTexts(row),
    themes: row.list('themes'),
    offers: row.list('offers'),
    needs: row.list('needs'),
    skills: row.list('skills'),
    means: row.list('means'),
    audiences: row.list('audiences'),
    yearFounded: readYearFounded(row),
    staffBracket: parseStaffBracket(row.first('staff')?.value, { codes: reading.staffIsCoded }),
    address: readAddress(cells, row, reading),
    ...readOpeningHours(row, reading, cells),
    photos: readPhotos(row, reading, cells),
    ...readWeb(row, reading, cells),
    contacts: isPerson ? [contact] : [],
    phone: phone ?? (isPerson ? null : (contact?.phone ?? null)),
    email: email ?? (isPerson ? null : (contact?.email ?? null)),
    isMember: row.flag('member'),
    isInspiringPlace: row.flag('inspiringPlace'),
    isSupportActor: row.flag('supportActor'),
    supports: row.list('supports'),
    sourceKey: row.first('sourceKey')?.value.slice(0, 200) ?? null,
    sourceUpdatedAt: readDate(row.first('sourceUpdatedAt')?.value),
  };
  return { draft, problems: row.problems };
}
