import {
  columnTargets,
  isTargetKey,
  targetKind,
  type TargetGroup,
  type TargetKey,
} from '../../../domain/import/column-targets.ts';
import type { ColumnMapping } from '../../../domain/import/mapping.ts';
import type { SentForm } from '#platform/http/exchange.ts';
import type { ImportMapping } from '../../../commands/imports/import-mapping.ts';
import type { ImportSheet } from '../../../queries/imports/import-sheet.ts';

const groupNames: Readonly<Record<TargetGroup, string>> = {
  identity: 'La structure',
  activity: 'Ce qu’elle fait',
  place: 'Où elle est',
  contact: 'Comment la joindre',
  directory: 'Dans l’annuaire',
  source: 'Dans la liste d’origine',
};

/** What a column may mean, by groups, for a select. */
export const targetChoices = Object.entries(groupNames).map(([group, label]) => ({
  label,
  choices: columnTargets
    .filter((target) => target.group === group)
    .map(({ key, label: words }) => ({ value: key, label: words })),
}));

/** The mapping of an import, whatever shape it was kept in. */
export function mappingOf({ mapping }: ImportSheet): ImportMapping {
  const kept = (mapping ?? {}) as Partial<ImportMapping>;
  return {
    columns: kept.columns ?? [],
    constants: kept.constants ?? [],
    createsThemes: kept.createsThemes ?? false,
    asDrafts: kept.asDrafts ?? false,
  };
}

const listMarks = ['|', ';', '\n', ' / ', ','];

/** The mark that parts the items shown in a column, when one does. */
function markIn(samples: readonly string[]): string | undefined {
  return listMarks.find((mark) => samples.some((sample) => sample.includes(mark)));
}

/** The mapping as the form says it; columns keep what was proposed and the form does not show. */
export function mappingFromForm(form: SentForm, sheet: ImportSheet): ImportMapping {
  const before = new Map(mappingOf(sheet).columns.map((column) => [column.column, column]));
  const order = new Map([...before.keys()].map((column, index) => [column, index]));
  const columns = sheet.columns.flatMap(({ name, samples }, index): ColumnMapping[] => {
    const target = form.values[`colonne.${index}`] ?? '';
    if (!isTargetKey(target)) return [];
    const known = before.get(name);
    return [
      {
        ...(known?.target === target ? known : { column: name }),
        column: name,
        target,
        ...optionsOf(form, index, target, samples, known),
      },
    ];
  });
  // Of several columns for one target the first filled wins: their order was worked out when the file was read.
  columns.sort(
    (a, b) => (order.get(a.column) ?? Number.MAX_SAFE_INTEGER) - (order.get(b.column) ?? Number.MAX_SAFE_INTEGER),
  );
  return {
    columns: columns as ImportMapping['columns'],
    constants: mappingOf(sheet).constants,
    createsThemes: form.values['themes'] === 'oui',
    asDrafts: form.values['brouillons'] === 'oui',
  };
}

function optionsOf(
  form: SentForm,
  index: number,
  target: TargetKey,
  samples: readonly string[],
  known: ColumnMapping | undefined,
): Partial<ColumnMapping> {
  const kind = targetKind(target);
  if (kind === 'list' && known?.tag === undefined) {
    const typed = form.values[`separateur.${index}`];
    const mark =
      typed === undefined
        ? known?.target === target
          ? known.separator
          : markIn(samples)
        : (separatorNames.get(typed) ?? typed);
    return mark ? { separator: mark } : { separator: undefined };
  }
  const words = form.values[`oui.${index}`];
  if ((kind === 'flag' || known?.tag !== undefined) && words !== undefined) {
    const trueWords = words
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean)
      .slice(0, 20);
    return { trueWords: trueWords.length > 0 ? trueWords : undefined };
  }
  return {};
}

const separatorNames = new Map([
  ['retour à la ligne', '\n'],
  ['/', ' / '],
]);

/** A separator as it is shown and typed. */
export function separatorInWords(separator: string | undefined): string {
  return [...separatorNames].find(([, mark]) => mark === separator)?.[0] ?? separator ?? '';
}
