import { slugify } from '#platform/french/index.ts';
import type { SentForm } from '#platform/http/exchange.ts';
import { centsTyped } from '../../domain/prices.ts';
import { freeKinds, readyQuestions, type FreeKind } from '../../domain/questions.ts';
import type { WaitingRule } from '../../domain/waiting-list.ts';

/** Rows that the form shows for each list: more come once these are full. */
export const rowsShown = { seatKinds: 4, prices: 4, promoCodes: 2, free: 3 } as const;
export const mostRows = { seatKinds: 24, prices: 12, promoCodes: 12, free: 12 } as const;

/** What the form sends, as `saveOffer` takes it, and the field of each path that may be refused. */
export function readSettings(form: SentForm, zone: string) {
  const text = (name: string): string => (form.values[name] ?? '').trim();
  const number = (name: string, otherwise: number | null): unknown => {
    const typed = text(name);
    if (typed === '') return otherwise;
    return /^\d{1,7}$/.test(typed) ? Number(typed) : Number.NaN;
  };
  const fieldOf = new Map<string, string>();
  const rows = <Row>(
    list: keyof typeof mostRows,
    names: readonly string[],
    read: (row: (name: string) => string, index: number) => Row,
  ): Row[] => {
    const kept: Row[] = [];
    for (let index = 0; index < mostRows[list]; index += 1) {
      const cell = (name: string): string => text(`${list}-${index}-${name}`);
      if (!names.some((name) => cell(name) !== '')) continue;
      for (const name of [...names, 'choices', 'hint'])
        fieldOf.set(
          `${list === 'free' ? 'questions' : list}.${list === 'free' ? 'F' : ''}${kept.length}.${name}`,
          `${list}-${index}-${name}`,
        );
      kept.push(read(cell, index));
    }
    return kept;
  };
  // Names under which answers are kept: those known stay, new ones are made of their label.
  const taken = new Set<string>();
  const keyOf = (known: string, label: string): string => {
    const wish = /^[a-z0-9-]{1,40}$/.test(known) ? known : `x-${slugify(label).slice(0, 30) || 'autre'}`;
    let key = wish;
    for (let turn = 2; taken.has(key); turn += 1) key = `${wish.slice(0, 36)}-${turn}`;
    taken.add(key);
    return key;
  };
  const ready = readyQuestions
    .filter((kind) => text(`ask-${kind}`) !== '')
    .map((kind) => ({ kind, isRequired: text(`ask-${kind}`) === 'required' }));
  const free = rows('free', ['label'], (cell) => ({
    kind: freeKinds.find((kind) => kind === cell('kind')) ?? ('text' as FreeKind),
    key: keyOf(cell('key'), cell('label')),
    label: cell('label'),
    hint: cell('hint'),
    choices: cell('choices')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    isRequired: cell('isRequired') === 'oui',
  }));
  const typed = [...fieldOf];
  for (const [path, field] of typed)
    if (path.startsWith('promoCodes.') && path.endsWith('.off'))
      for (const name of ['percent', 'cents']) fieldOf.set(path.replace(/off$/, name), field);
    else if (path.startsWith('questions.F')) {
      const [, index = '0', name = ''] = /^questions\.F(\d+)\.(\w+)$/.exec(path) ?? [];
      fieldOf.set(`questions.${ready.length + Number(index)}.${name}`, field);
    }
  const seatKinds = rows('seatKinds', ['label', 'capacity', 'from', 'to'], (cell, index) => ({
    key: keyOf(cell('key'), cell('label')),
    label: cell('label'),
    capacity: number(`seatKinds-${index}-capacity`, null),
    isWorkshop: cell('isWorkshop') === 'oui',
    from: cell('from'),
    to: cell('to'),
  }));
  const prices = rows('prices', ['label', 'cents'], (cell) => ({
    key: keyOf(cell('key'), cell('label')),
    label: cell('label'),
    cents: cell('cents') === '' ? 0 : (centsTyped(cell('cents')) ?? Number.NaN),
    isMember: cell('isMember') === 'oui',
  }));
  const promoCodes = rows('promoCodes', ['code', 'off'], (cell) => {
    const percent = /^(\d{1,3})\s*%$/.exec(cell('off'))?.[1];
    return {
      code: cell('code'),
      label: cell('label'),
      percent: percent === undefined ? null : Number(percent),
      cents: percent === undefined ? centsTyped(cell('off')) : null,
    };
  });
  return {
    version: text('version') || '0',
    fieldOf,
    fields: {
      isOpen: text('isOpen') === 'oui',
      scope: text('scope') === 'whole' ? 'whole' : 'each',
      opensAt: momentTyped(text('opensAt'), zone),
      closesAt: momentTyped(text('closesAt'), zone),
      closesHours: number('closesHours', 0),
      capacity: number('capacity', null),
      fewest: number('fewest', null),
      mostPeople: number('mostPeople', 6),
      seatKinds,
      questions: [...ready, ...free],
      prices,
      promoCodes,
      paymentWays: form.all('paymentWays'),
      holdMinutes: number('holdMinutes', 30),
      hasWaitingList: text('hasWaitingList') === 'oui',
      waitingRule: text('waitingRule') as WaitingRule,
      keepsGroups: text('keepsGroups') === 'oui',
      offerHours: number('offerHours', 48),
      cancelHours: number('cancelHours', 0),
      reminderHours: form.all('reminderHours').map(Number),
      conditions: text('conditions'),
      confirmationNote: text('confirmationNote'),
    },
  };
}

/** A local date and time as an instant; what is unreadable is left for the command to refuse. */
function momentTyped(text: string, zone: string): string | null {
  if (text === '') return null;
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant().toString();
  } catch {
    return text;
  }
}
