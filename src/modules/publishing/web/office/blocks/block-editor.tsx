import type { JSX } from 'preact';
import { Button } from '#ui/components/button.tsx';
import { Icon } from '#ui/components/icon.tsx';
import { Select } from '#ui/fields/select.tsx';
import type { Territory } from '#ui/relief/landscapes.ts';
import { pageBlock } from '../../../content/blocks.ts';
import { officePaths } from '../../../paths.ts';
import type { BlockData } from '../../blocks/block-data.ts';
import { PageBlockView } from '../../blocks/page-blocks.tsx';
import type { EditorChoices } from '../editor-choices.ts';
import type { RemovedBlock } from './arrange-blocks.ts';
import { BlockFieldView } from './block-field.tsx';
import { addedKinds } from './added-kinds.ts';
import { blockForms } from './block-forms.ts';
import { BlockItemList, ItemAct } from './block-item-list.tsx';
import type { BlockPickers } from './read-pickers.ts';
import { textOf, type TypedBlock } from './typed-block.ts';

export interface BlockEditorProps {
  readonly blocks: readonly TypedBlock[];
  readonly removed: RemovedBlock | null;
  /** The block whose fields show at once. */
  readonly open: string | null;
  readonly choices: EditorChoices;
  readonly pickers: BlockPickers;
  readonly errors: Readonly<Record<string, string>>;
  /** What the blocks show, and the hub's landscape. */
  readonly data: BlockData;
  readonly land: Territory;
}

/** The blocks of a page, each as everyone will see it, with the buttons that move it and the fields that fill it. */
export function BlockEditor(props: BlockEditorProps): JSX.Element {
  const { blocks, removed } = props;
  return (
    <es-block-editor class="block-editor" data-source={officePaths.blockPreview}>
      <h2 id="blocs">Les blocs de la page</h2>
      <p class="visually-hidden" role="status" data-said />
      {removed && <Removed removed={removed} />}
      <ol class="block-list" data-blocks>
        {blocks.map((block) => (
          <BlockFrame {...props} block={block} />
        ))}
      </ol>
      {blocks.length === 0 && (
        <p class="facts" data-none>
          La page est vide : ajoutez un premier bloc.
        </p>
      )}
      <Palette blocks={blocks} choices={props.choices} />
    </es-block-editor>
  );
}

function Removed({ removed }: { readonly removed: RemovedBlock }): JSX.Element {
  return (
    <p class="block-removed" role="status">
      Bloc « {blockForms[removed.block.kind].label} » retiré.
      <input type="hidden" name="bloc-retire" value={JSON.stringify(removed)} />
      <Button kind="ghost" small icon="undo" name="act" value="block-undo">
        Le remettre
      </Button>
    </p>
  );
}

type FrameProps = BlockEditorProps & { readonly block: TypedBlock };

/** One block: what it is, its look, its fields. */
export function BlockFrame(props: FrameProps): JSX.Element {
  const { block, choices, errors, open } = props;
  const { label, icon, fields } = blockForms[block.kind];
  const base = `bloc.${block.id}`;
  const own = block.kind === 'contribution';
  const name = own ? contributionName(block, choices) : label;
  const said = textOf(block, 'title') || textOf(block, 'text').slice(0, 60);
  const words = said ? `${name} « ${said} »` : name;
  const hasError = Object.keys(errors).some((field) => field.startsWith(`${base}.`));
  return (
    <li class="block-edit" data-block={block.id} id={`bloc-${block.id}`}>
      <fieldset class={hasError ? 'has-error' : undefined}>
        <legend class="visually-hidden">{words}</legend>
        <input type="hidden" name="bloc" value={block.id} />
        <input type="hidden" name={`${base}.kind`} value={block.kind} />
        {own && <input type="hidden" name={`${base}.key`} value={textOf(block, 'key')} />}
        <div class="block-tools">
          <span class="block-name" aria-hidden="true">
            <Icon name={icon} />
            {name}
          </span>
          <ItemAct act={`block-up-${block.id}`} move="up" label={`Monter ${words}`} />
          <ItemAct act={`block-down-${block.id}`} move="down" label={`Descendre ${words}`} />
          {!own && <ItemAct act={`block-double-${block.id}`} move="double" label={`Dupliquer ${words}`} />}
          {!own && <ItemAct act={`block-remove-${block.id}`} move="remove" label={`Retirer ${words}`} />}
        </div>
        <BlockLook {...props} />
        <details class="block-fields" open={open === block.id || hasError}>
          <summary>
            <Icon name="edit" />
            Modifier ce bloc
          </summary>
          <div class="fieldset-fields">
            {fields.map((field) =>
              field.type === 'list' ? (
                <BlockItemList {...props} field={field} />
              ) : (
                <BlockFieldView {...props} field={field} item={block} base={base} />
              ),
            )}
          </div>
        </details>
      </fieldset>
    </li>
  );
}

/** The block as everyone will see it. Nothing in it can be pressed. */
export function BlockLook({ block, data, land }: Pick<FrameProps, 'block' | 'data' | 'land'>): JSX.Element {
  const parsed = pageBlock.safeParse(block);
  const isHidden = block.kind === 'contribution' && block['isHidden'] === true;
  return (
    <div class="block-look" data-look={block.id} inert>
      {parsed.success && !isHidden && <PageBlockView block={parsed.data} data={data} land={land} />}
      {isHidden && <p class="facts">Ce bloc n’est pas montré.</p>}
      {!parsed.success && <p class="facts">L’aperçu viendra quand les champs seront complets.</p>}
    </div>
  );
}

function contributionName(block: TypedBlock, { homeBlocks }: EditorChoices): string {
  const key = textOf(block, 'key');
  return homeBlocks.find((one) => one.key === key)?.label ?? 'Bloc d’un module absent';
}

function Palette({ blocks, choices }: Pick<BlockEditorProps, 'blocks' | 'choices'>): JSX.Element {
  return (
    <details class="block-palette" open={blocks.length === 0}>
      <summary class="button ghost">
        <Icon name="plus" />
        Ajouter un bloc
      </summary>
      {blocks.length > 0 && (
        <Select
          name="bloc-apres"
          label="Où"
          placeholder="À la fin"
          choices={[
            { value: 'debut', label: 'Au début' },
            ...blocks.map((block) => ({
              value: block.id,
              label: `Après « ${textOf(block, 'title') || (block.kind === 'contribution' ? contributionName(block, choices) : blockForms[block.kind].label)} »`,
            })),
          ]}
        />
      )}
      <ul class="palette">
        {addedKinds.map((kind) => (
          <li>
            <button name="act" value={`block-add-${kind}`} data-add={kind}>
              <Icon name={blockForms[kind].icon} />
              <b>{blockForms[kind].label}</b>
              <span>{blockForms[kind].about}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
