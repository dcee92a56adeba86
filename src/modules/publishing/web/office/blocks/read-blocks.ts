import { photoChoiceOf, takePhoto, type PhotoChoice } from '#modules/photos/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { SentForm } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { refuse, type Outcome } from '#platform/outcome/outcome.ts';
import { takeFile } from '#platform/stored-files/index.ts';
import type { BlockKind } from '../../../content/blocks.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { richTextOf } from '#ui/fields/rich-text-field.tsx';
import type { BlockField } from './block-form.ts';
import { blockForms } from './block-forms.ts';
import type { TypedBlock, TypedItem } from './typed-block.ts';

export interface ReadBlocks {
  readonly blocks: readonly TypedBlock[];
  /** Messages by the name that the field will have when it is drawn again. */
  readonly errors: Record<string, string>;
}

/** How files and photos of a form are taken: kept for good when it is saved, only named when it is looked at. */
export interface FileTaker {
  photo: (name: string) => Promise<Outcome<PhotoChoice>>;
  file: (name: string) => Promise<Outcome<{ fileId: string | null }>>;
}

export function keepingFiles(
  ctx: Context,
  { ports }: Pick<PublishingDependencies, 'ports'>,
  form: SentForm,
): FileTaker {
  return {
    photo: (name) => takePhoto(ctx, ports, form, name),
    // Open to everyone once the page that offers it is.
    file: (name) => takeFile(ctx, ports.files, form, name, { visibility: 'staff' }),
  };
}

/** For a look at the page: nothing is kept, what was already chosen is shown. */
export function lookingAtFiles(form: SentForm): FileTaker {
  return {
    photo: async () => refuse('looking'),
    file: async (name) => {
      const id = form.values[name] ?? '';
      return { ok: true, value: { fileId: isId(id) ? id : null } };
    },
  };
}

const mostBlocks = 120;
const mostItems = 80;

/** The blocks of a form, in the order of the page. */
export async function readBlocks(form: SentForm, taker: FileTaker): Promise<ReadBlocks> {
  const errors: Record<string, string> = {};
  const blocks: TypedBlock[] = [];
  for (const id of [...new Set(form.all('bloc'))].filter(isId).slice(0, mostBlocks)) {
    const base = `bloc.${id}`;
    const kind = form.values[`${base}.kind`] ?? '';
    if (!Object.hasOwn(blockForms, kind)) continue;
    const item = await readFields(form, taker, blockForms[kind as BlockKind].fields, base, base, errors);
    const key = form.values[`${base}.key`];
    blocks.push({ ...item, ...(kind === 'contribution' ? { key: key ?? '' } : {}), id, kind: kind as BlockKind });
  }
  return { blocks, errors };
}

async function readFields(
  form: SentForm,
  taker: FileTaker,
  fields: readonly BlockField[],
  sent: string,
  drawn: string,
  errors: Record<string, string>,
): Promise<TypedItem> {
  const item: Record<string, unknown> = {};
  const note = (found: Readonly<Record<string, string>>, from: string, to: string): void => {
    for (const [name, message] of Object.entries(found)) errors[to + name.slice(from.length)] = message;
  };
  for (const field of fields) {
    const name = `${sent}.${field.name}`;
    const text = form.values[name] ?? '';
    switch (field.type) {
      case 'list': {
        const keys = form
          .all(name)
          .filter((key) => /^[\w-]{1,40}$/.test(key))
          .slice(0, mostItems);
        const items: TypedItem[] = [];
        for (const key of keys)
          items.push(
            await readFields(
              form,
              taker,
              field.fields,
              `${name}.${key}`,
              `${drawn}.${field.name}.${items.length}`,
              errors,
            ),
          );
        item[field.name] = items;
        break;
      }
      case 'photo': {
        const outcome = await taker.photo(name);
        const choice = photoChoiceOf(outcome, form, name);
        if (!outcome.ok) note(outcome.fields, name, `${drawn}.${field.name}`);
        item[field.name] = choice.imageId;
        if (field.alternative) item[field.alternative] = choice.isDecorative ? '' : choice.alternative;
        break;
      }
      case 'file': {
        const outcome = await taker.file(name);
        if (!outcome.ok) note(outcome.fields, name, `${drawn}.${field.name}`);
        item[field.name] = outcome.ok ? outcome.value.fileId : isId(text) ? text : null;
        break;
      }
      case 'rich':
        item[field.name] = richTextOf(form, name);
        break;
      case 'picked':
        item[field.name] = form.all(name).filter(isId);
        break;
      case 'flag':
        item[field.name] = text !== '';
        break;
      case 'number':
        item[field.name] = /^\d{1,4}$/.test(text) ? Number(text) : field.least;
        break;
      case 'theme':
        item[field.name] = isId(text) ? text : null;
        break;
      default:
        item[field.name] = text;
    }
  }
  return item;
}

/** Blocks as they may be saved: an item of a list left without its photo or its file is left out. */
export function savedBlocks(blocks: readonly TypedBlock[]): readonly TypedBlock[] {
  return blocks.map((block) => {
    const lists = blockForms[block.kind].fields.filter((field) => field.type === 'list');
    const kept = lists.map(({ name, fields }) => {
      const needed = fields[0];
      const items = Array.isArray(block[name]) ? (block[name] as TypedItem[]) : [];
      return [name, items.filter((item) => !needed || !isMissing(needed, item))] as const;
    });
    return { ...block, ...Object.fromEntries(kept) };
  });
}

function isMissing({ type, name }: BlockField, item: TypedItem): boolean {
  return (type === 'photo' || type === 'file') && item[name] === null;
}
