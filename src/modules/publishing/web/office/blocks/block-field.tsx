import type { JSX } from 'preact';
import { PhotoField, type RecentPhoto } from '#modules/photos/index.ts';
import { pictureHref } from '#platform/pictures/picture.ts';
import { Button } from '#ui/components/button.tsx';
import { Checkbox, CheckboxGroup } from '#ui/fields/checkbox.tsx';
import { Select } from '#ui/fields/select.tsx';
import { StoredFileField } from '#ui/fields/stored-file-field.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { EditorChoices } from '../editor-choices.ts';
import { RichTextField } from '#ui/fields/rich-text-field.tsx';
import type { BlockField } from './block-form.ts';
import type { BlockPickers } from './read-pickers.ts';
import { textOf, type TypedBlock, type TypedItem } from './typed-block.ts';

/** What every field of the block editor needs to know. */
export interface BlockContext {
  readonly block: TypedBlock;
  readonly choices: EditorChoices;
  readonly pickers: BlockPickers;
  readonly errors: Readonly<Record<string, string>>;
}

interface BlockFieldProps extends BlockContext {
  readonly field: Exclude<BlockField, { type: 'list' }>;
  /** The block, or the item of one of its lists. */
  readonly item: TypedItem;
  /** `bloc.<id>`, or `bloc.<id>.people.2`. */
  readonly base: string;
}

/** One field of a block. */
export function BlockFieldView({ field, item, base, choices, pickers, errors, block }: BlockFieldProps): JSX.Element {
  const name = `${base}.${field.name}`;
  const { label, hint } = field;
  const shared = { name, label, ...(hint ? { hint } : {}), error: errors[name] };
  const value = textOf(item, field.name);
  switch (field.type) {
    case 'line':
    case 'target':
      return <TextField {...shared} value={value} {...(field.most ? { maxlength: field.most } : {})} />;
    case 'text':
      return <TextArea {...shared} value={value} rows={3} {...(field.most ? { limit: field.most } : {})} />;
    case 'rich':
      return <RichTextField {...shared} value={value} rows={8} />;
    case 'number':
      return <TextField {...shared} value={value} inputmode="numeric" size="short" />;
    case 'choice':
      return <Select {...shared} value={value} choices={field.choices} />;
    case 'reader':
      return <Select {...shared} value={value} placeholder="Tout le monde" choices={readers(choices, value)} />;
    case 'theme':
      return <Select {...shared} value={value} placeholder="Tous" choices={themes(choices)} />;
    case 'source':
      return (
        <Select
          {...shared}
          value={value}
          choices={choices.cardSources.map((source) => ({ value: source.kind, label: source.label }))}
        />
      );
    case 'photo':
      return <BlockPhoto field={field} item={item} name={name} choices={choices} errors={errors} />;
    case 'file':
      return <StoredFileField {...shared} current={pickers.files.get(value) ?? null} error={errors[`${name}_file`]} />;
    case 'flag':
      return <Checkbox name={name} label={label} checked={item[field.name] === true} />;
    case 'picked':
      return field.among === 'figures' ? (
        <CheckboxGroup {...shared} values={picked(item, field.name)} choices={asChoices(pickers.figures)} />
      ) : (
        <PickedCards shared={shared} block={block} values={picked(item, field.name)} pickers={pickers} />
      );
  }
}

function BlockPhoto({
  field,
  item,
  name,
  choices,
  errors,
}: Pick<BlockFieldProps, 'item' | 'choices' | 'errors'> & {
  readonly field: BlockField & { type: 'photo' };
  readonly name: string;
}): JSX.Element {
  const imageId = textOf(item, field.name) || null;
  const alternative = field.alternative ? textOf(item, field.alternative) : '';
  // A page of sixty photos does not list the bank sixty times: the one chosen is enough, the search finds the others.
  const own =
    imageId === null ? [] : [choices.photos.find(({ id }) => id === imageId) ?? beyondList(imageId, alternative)];
  return (
    <PhotoField
      name={name}
      label={field.label}
      value={{
        imageId,
        alternative,
        // A logo is named by the text beside it.
        isDecorative: field.alternative === undefined || (imageId !== null && alternative === ''),
        credit: own[0]?.credit ?? '',
      }}
      recent={imageId === null ? choices.photos : own}
      errors={errors}
    />
  );
}

/** A photo chosen that the list of recent ones has no room for. */
function beyondList(id: string, alternative: string): RecentPhoto {
  return {
    id,
    alternative,
    isDecorative: false,
    credit: '',
    label: alternative || 'Photo choisie',
    thumbnail: pictureHref(id, 320, 'webp'),
    isWithheld: false,
  };
}

function PickedCards({
  shared,
  block,
  values,
  pickers,
}: {
  readonly shared: { name: string; label: string; error: string | undefined };
  readonly block: TypedBlock;
  readonly values: readonly string[];
  readonly pickers: BlockPickers;
}): JSX.Element {
  const found = pickers.cards.get(block.id);
  return (
    <div class="picked-cards">
      {found && found.length > 0 && <CheckboxGroup {...shared} values={values} choices={asChoices(found)} />}
      {found?.length === 0 && <p class="facts">Rien ne répond à ces mots.</p>}
      <div class="photo-search">
        <TextField
          name={`bloc.${block.id}.words`}
          label="Chercher des cartes à choisir"
          value={pickers.words.get(block.id) ?? ''}
          grow
        />
        <Button kind="ghost" name="act" value={`block-search-${block.id}`}>
          Chercher
        </Button>
      </div>
    </div>
  );
}

const asChoices = (list: readonly { id: string; label: string }[]) =>
  list.map(({ id, label }) => ({ value: id, label }));

function picked(item: TypedItem, name: string): readonly string[] {
  const value = item[name];
  return Array.isArray(value) ? (value as string[]) : [];
}

function readers({ audiences }: EditorChoices, value: string) {
  const known = audiences.map(({ tag, label }) => ({ value: tag, label }));
  return value === '' || known.some((one) => one.value === value) ? known : [...known, { value, label: value }];
}

function themes({ themes: all }: EditorChoices) {
  return all.map(({ id, label, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${label}` }));
}
