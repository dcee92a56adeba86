import type { TableLimits } from './limits.ts';
import type { Table } from './table.ts';
import { TableRefused } from './table-refused.ts';
import { tableBuilder } from './table-builder.ts';

/** Whether a text is an address book in vCard (RFC 6350, and the older 2.1 and 3.0 that phones still write). */
export const looksLikeVcard = (text: string): boolean => /^\s*BEGIN:VCARD\s*$/im.test(text.slice(0, 200));

interface Property {
  name: string;
  types: string;
  value: string;
}

/**
 * Reads an address book as a table: one row a card, columns in French. Lines folded, quoted-printable and escaped
 * values are undone; a card that never ends is told and kept as far as it goes.
 */
export function readVcard(text: string, limits: TableLimits): Omit<Table, 'format' | 'encoding'> {
  const builder = tableBuilder(limits);
  let card: Property[] | null = null;
  let startedAt = 0;
  const close = (): void => {
    if (card && card.length > 0) builder.add(startedAt, cellsOf(card));
    card = null;
  };
  for (const { line, content } of unfolded(text)) {
    const property = propertyOf(content);
    if (!property) continue;
    if (property.name === 'BEGIN') {
      if (card) builder.report(startedAt, 'Cette fiche n’a pas de fin : elle est lue jusqu’à la suivante.');
      close();
      card = [];
      startedAt = line;
      if (builder.rowCount() >= limits.rows) throw new TableRefused('too_many_rows', limits);
    } else if (property.name === 'END') close();
    else card?.push(property);
  }
  if (card) builder.report(startedAt, 'Cette fiche n’a pas de fin.');
  close();
  if (builder.rowCount() === 0) throw new TableRefused('no_records', limits);
  return builder.finish();
}

function* unfolded(text: string): Generator<{ line: number; content: string }> {
  let held: { line: number; content: string } | null = null;
  let number = 0;
  for (const raw of text.split(/\r\n|\r|\n/)) {
    number += 1;
    if (held && /^[ \t]/.test(raw)) held.content += raw.slice(1);
    // Quoted-printable folds with a final « = ».
    else if (held && /quoted-printable/i.test(held.content.split(':', 1)[0] ?? '') && held.content.endsWith('='))
      held.content = held.content.slice(0, -1) + raw;
    else {
      if (held) yield held;
      held = { line: number, content: raw };
    }
  }
  if (held) yield held;
}

function propertyOf(content: string): Property | null {
  const found = /^((?:[^":]|"[^"]*")*):(.*)$/s.exec(content);
  const [name = '', ...parameters] = (found?.[1] ?? '').split(';');
  if (!found || name === '') return null;
  const types = parameters.join(';').toLowerCase();
  const raw = found[2] ?? '';
  const charset = /charset=([\w-]+)/i.exec(types)?.[1] ?? 'utf-8';
  return {
    // « item1.EMAIL », as Apple writes it.
    name: name
      .replace(/^[\w-]+\./, '')
      .trim()
      .toUpperCase(),
    types,
    value: types.includes('quoted-printable') ? quotedPrintable(raw, charset) : raw,
  };
}

function quotedPrintable(text: string, charset: string): string {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text[at] === '=' ? /^=([0-9a-f]{2})/i.exec(text.slice(at, at + 3))?.[1] : undefined;
    if (code === undefined) bytes.push(...Buffer.from(text[at] ?? ''));
    else {
      bytes.push(Number.parseInt(code, 16));
      at += 2;
    }
  }
  try {
    return new TextDecoder(charset).decode(Uint8Array.from(bytes));
  } catch {
    return Buffer.from(bytes).toString('utf8');
  }
}

const unescaped = (text: string): string =>
  text.replaceAll(/\\([\\;,nN])/g, (_whole, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign)).trim();
const parts = (value: string): string[] => value.split(/(?<!\\);/).map(unescaped);
const all = (card: readonly Property[], name: string): string[] =>
  card.flatMap((property) => (property.name === name && property.value.trim() !== '' ? [property.value] : []));
const plain = (value: string): string => unescaped(value).replace(/^(?:mailto|tel):/i, '');

function cellsOf(card: readonly Property[]): [string, unknown][] {
  const [family = '', given = '', middle = ''] = parts(all(card, 'N')[0] ?? '');
  const [pobox = '', extended = '', street = '', city = '', , postcode = ''] = parts(all(card, 'ADR')[0] ?? '');
  const shown = unescaped(all(card, 'FN')[0] ?? '');
  const named = family !== '' || given !== '';
  return [
    ['Prénom', [given, middle].filter(Boolean).join(' ')],
    ['Nom', family],
    ['Nom complet', named ? '' : shown],
    ['E-mail', all(card, 'EMAIL').map(plain)],
    ['Téléphone', all(card, 'TEL').map(plain)],
    ['Adresse', [street, extended, pobox].filter(Boolean).join('\n')],
    ['Code postal', postcode],
    ['Commune', city],
    ['Structure', parts(all(card, 'ORG')[0] ?? '')[0] ?? ''],
    ['Fonction', unescaped(all(card, 'TITLE')[0] ?? all(card, 'ROLE')[0] ?? '')],
    ['Étiquettes', all(card, 'CATEGORIES').flatMap((value) => value.split(/(?<!\\),/).map(unescaped))],
    ['Note', unescaped(all(card, 'NOTE')[0] ?? '')],
  ];
}
