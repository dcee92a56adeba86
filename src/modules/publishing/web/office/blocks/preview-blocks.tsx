import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Exchange } from '#platform/http/exchange.ts';
import { isArranged, isPublicationKind } from '../../../domain/publication.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { photosWanted } from '#modules/photos/index.ts';
import { readChoices } from '../editor/read-choices.ts';
import type { BlockList } from './block-form.ts';
import { BlockFrame, BlockLook } from './block-editor.tsx';
import { blockEditorProps } from './block-editor-props.ts';
import { blockForms } from './block-forms.ts';
import { BlockItem } from './block-item-list.tsx';
import { lookingAtFiles, readBlocks } from './read-blocks.ts';
import { sentArrangement } from './sent-arrangement.ts';
import { itemsOf } from './typed-block.ts';

/**
 * `POST /gestion/contenus/apercu`: pieces of the block editor for its island, from the form as it stands. Writes nothing.
 * Without an act, the look of every block; `block-add-…`, `block-double-…` and `block-search-…` give that block;
 * `item-add-…` the new item.
 */
export async function sendBlockPreview(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const form = await exchange.form();
  const kind = form.values['kind'] ?? '';
  if (!isPublicationKind(kind) || !isArranged(kind)) return exchange.notFound();
  const { blocks } = await readBlocks(form, lookingAtFiles(form));
  const act = form.values['act'] ?? '';
  const arrangement = sentArrangement(form, blocks);
  const choices = await readChoices(exchange.ctx, deps, {
    kind,
    organizationId: null,
    photos: photosWanted(form, 'photo', { imageId: null, alternative: '', isDecorative: false, credit: '' }),
  });
  const props = { ...(await blockEditorProps(exchange, deps, arrangement, choices, form)), errors: {} };
  const block = arrangement.blocks.find(({ id }) => id === arrangement.open);
  const [, list = ''] = /^item-add-[0-9a-f-]{36}\.(\w+)$/.exec(act) ?? [];
  const field =
    block && blockForms[block.kind].fields.find((one): one is BlockList => one.type === 'list' && one.name === list);
  if (block && field) {
    const item = itemsOf(block, list).at(-1) ?? {};
    return fragment(
      <BlockItem {...props} block={block} field={field} item={item} itemKey={`n${exchange.ctx.newId()}`} />,
    );
  }
  if (block) return fragment(<BlockFrame {...props} block={block} />);
  return fragment(
    <>
      {arrangement.blocks.map((one) => (
        <BlockLook {...props} block={one} />
      ))}
    </>,
  );
}

function fragment(content: JSX.Element): Response {
  return new Response(renderToString(content), { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
