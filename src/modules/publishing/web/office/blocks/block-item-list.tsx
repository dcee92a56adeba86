import type { JSX } from 'preact';
import { Icon } from '#ui/components/icon.tsx';
import { Button } from '#ui/components/button.tsx';
import type { BlockList } from './block-form.ts';
import { BlockFieldView, type BlockContext } from './block-field.tsx';
import { itemsOf, textOf, type TypedItem } from './typed-block.ts';

/** The items of a list of a block: people, photos, questions. */
export function BlockItemList(props: BlockContext & { readonly field: BlockList }): JSX.Element {
  const { block, field } = props;
  const items = itemsOf(block, field.name);
  const act = `item-add-${block.id}.${field.name}`;
  return (
    <fieldset class="block-items" data-items={`${block.id}.${field.name}`}>
      <legend>{field.label}</legend>
      <ol>
        {items.map((item, index) => (
          <BlockItem {...props} item={item} itemKey={String(index)} />
        ))}
      </ol>
      {items.length < field.most && (
        <Button kind="ghost" small icon="plus" name="act" value={act}>
          Ajouter {field.one}
        </Button>
      )}
    </fieldset>
  );
}

/** One item, with the buttons that move it or take it off. */
export function BlockItem(
  props: BlockContext & { readonly field: BlockList; readonly item: TypedItem; readonly itemKey: string },
): JSX.Element {
  const { block, field, item, itemKey } = props;
  const base = `bloc.${block.id}.${field.name}`;
  const path = `${block.id}.${field.name}.${itemKey}`;
  const name = itemName(field, item);
  return (
    <li class="block-item">
      <input type="hidden" name={base} value={itemKey} />
      <div class="block-tools">
        <span class="block-item-name">{name}</span>
        <ItemAct act={`item-up-${path}`} move="up" label={`Monter ${name}`} />
        <ItemAct act={`item-down-${path}`} move="down" label={`Descendre ${name}`} />
        <ItemAct act={`item-remove-${path}`} move="remove" label={`Retirer ${name}`} />
      </div>
      {field.fields.map((one) => (
        <BlockFieldView {...props} field={one} item={item} base={`${base}.${itemKey}`} />
      ))}
    </li>
  );
}

const icons = { up: 'arrow-up', down: 'arrow-down', remove: 'trash', double: 'copy' } as const;

/** A button that is a drawing, named for those who do not see it. */
export function ItemAct({
  act,
  move,
  label,
}: {
  readonly act: string;
  readonly move: keyof typeof icons;
  readonly label: string;
}): JSX.Element {
  return (
    <button class="icon-button small" name="act" value={act} data-move={move} aria-label={label} title={label}>
      <Icon name={icons[move]} />
    </button>
  );
}

function itemName(field: BlockList, item: TypedItem): string {
  const first = field.fields.find(({ type }) => type === 'line' || type === 'target');
  return (first && textOf(item, first.name)) || field.one;
}
