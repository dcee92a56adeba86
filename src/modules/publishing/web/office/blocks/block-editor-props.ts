import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { pageBlock, type PageBlock } from '../../../content/blocks.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { readBlockData } from '../../blocks/read-block-data.ts';
import type { EditorChoices } from '../editor-choices.ts';
import type { Arrangement } from './arrange-blocks.ts';
import type { BlockEditorProps } from './block-editor.tsx';
import { readPickers } from './read-pickers.ts';

/** Reads all that the block editor draws: what the blocks show, what they choose among. */
export async function blockEditorProps(
  exchange: Exchange,
  deps: PublishingDependencies,
  { blocks, removed, open }: Arrangement,
  choices: EditorChoices,
  form?: SentForm,
): Promise<Omit<BlockEditorProps, 'errors'>> {
  const { ctx } = exchange;
  const valid = blocks.flatMap((block): PageBlock[] => {
    const parsed = pageBlock.safeParse(block);
    return parsed.success ? [parsed.data] : [];
  });
  const words = new Map(
    blocks.flatMap(({ id }) => {
      const typed = form?.values[`bloc.${id}.words`]?.trim().slice(0, 200);
      const isAsked = form?.values['act'] === `block-search-${id}`;
      return typed || isAsked ? [[id, typed ?? ''] as const] : [];
    }),
  );
  const [data, pickers, { land }] = await Promise.all([
    readBlockData(ctx, deps, valid),
    readPickers(ctx, deps, blocks, words),
    deps.hubLook(ctx.hubId),
  ]);
  return { blocks, removed, open, choices, pickers, data, land };
}
