import { openPreview, savePublication } from '#modules/publishing/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';

/** A draft page made of blocks, with changes kept in its versions and a preview link, `words` in every free text. */
export async function fillEditor(ctx: Context, words: string): Promise<{ page: string; preview: string }> {
  const [line, note] = [words.slice(0, 120), words.slice(0, 400)];
  const block = <Kind extends string, Fields extends object>(kind: Kind, fields: Fields) => ({
    id: ctx.newId(),
    kind,
    ...fields,
  });
  const page = {
    id: null,
    kind: 'page',
    version: null,
    act: 'keep',
    fields: {
      title: words.slice(0, 200),
      brief: words.slice(0, 280),
      content: {
        blocks: [
          block('hero', { title: line, text: note, actions: [{ label: words.slice(0, 60), href: '/agenda' }] }),
          block('text', { title: line, html: words }),
          block('quote', { text: note, by: line, role: line }),
          block('call-to-action', { title: line, text: note, label: words.slice(0, 60), href: '/contact' }),
          block('team', { title: line, people: [{ name: line, role: line, text: note }] }),
          block('questions', { title: line, items: [{ question: line, html: words }] }),
        ],
      },
    },
  } as const;
  const { id } = unwrap(await execute(ctx, savePublication, page));
  unwrap(await execute(ctx, savePublication, { ...page, id, version: 1 }));
  const { secret } = unwrap(await execute(ctx, openPreview, { id }));
  return { page: id, preview: `/apercu/${secret}` };
}
