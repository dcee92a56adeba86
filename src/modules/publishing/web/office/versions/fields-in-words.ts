import { formatDate } from '#platform/french/index.ts';
import { textOfHtml } from '#platform/rich-text/index.ts';
import type { PublicationFields } from '../../../content/publication-fields.ts';
import { blockForms } from '../blocks/block-forms.ts';
import type { TypedBlock } from '../blocks/typed-block.ts';
import { contentNames, valueNames } from './content-names.ts';

/** One piece of a publication as people read it: blocks one a line, lists one item a line. */
export interface FieldInWords {
  /** Its name in the fields: `title`, `content.stage`. */
  readonly field: string;
  readonly label: string;
  readonly text: string;
}

const commonNames = {
  title: 'Titre',
  line: 'En une ligne',
  brief: 'Chapeau',
  body: 'Texte',
  imageId: 'Photo',
  imageAlternative: 'Ce qu’on voit sur la photo',
  imageCredit: 'Crédit de la photo',
  organizationId: 'Structure qui parle',
  authorName: 'À qui s’adresser',
  audiences: 'Pour qui',
  themes: 'Domaines',
  happenedOn: 'Date',
  reviewOn: 'À relire le',
} as const satisfies Record<Exclude<keyof PublicationFields, 'content'>, string>;

/** Names of what is kept by id. */
export type NameOf = (id: string) => string | undefined;

/** All the pieces of a publication, in the order of its form. */
export function fieldsInWords(fields: PublicationFields, nameOf: NameOf): FieldInWords[] {
  const common = Object.entries(commonNames).map(([field, label]) => ({
    field,
    label,
    text: inWords(fields[field as keyof typeof commonNames], field, nameOf),
  }));
  const own = Object.entries(fields.content).map(([key, value]) => ({
    field: `content.${key}`,
    label: contentNames[key] ?? key,
    text: inWords(value, key, nameOf),
  }));
  return [...common, ...own];
}

function inWords(value: unknown, name: string, nameOf: NameOf): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return text(value, name, nameOf);
  if (Array.isArray(value)) return value.map((item) => inWords(item, name, nameOf)).join('\n');
  return object(value as Record<string, unknown>, nameOf);
}

function text(value: string, name: string, nameOf: NameOf): string {
  if (name === 'body' || name === 'html') return textOfHtml(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(Temporal.PlainDate.from(value));
  return nameOf(value) ?? valueNames[name]?.[value] ?? value;
}

/** A block begins with its kind; its fields and those of any item follow, the empty ones left out. */
function object(value: Record<string, unknown>, nameOf: NameOf): string {
  const { id: _, kind, ...others } = value;
  const form =
    typeof kind === 'string' && Object.hasOwn(blockForms, kind) ? blockForms[(value as TypedBlock).kind] : null;
  const said = Object.entries(others)
    .map(([key, one]) => inWords(one, key, nameOf))
    .filter((words) => words !== '' && words !== 'non')
    .join(form ? '\n' : ' · ');
  return form ? `■ ${form.label}\n${said}\n` : said;
}
