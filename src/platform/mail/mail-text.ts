import type { MailBlock } from './mail-block.ts';

/** The plain text of a mail, for those who read it so and for the filters that compare both versions. */
export function mailText(
  blocks: readonly MailBlock[],
  footer: readonly string[],
  unsubscribe: string | undefined,
): string {
  const body = blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n\n');
  const last = [
    ...footer,
    ...(unsubscribe === undefined ? [] : [`Ne plus recevoir ces messages\u00a0: ${unsubscribe}`]),
  ];
  return [body, ...(last.length > 0 ? [`-- \n${last.join('\n')}`] : [])].join('\n\n') + '\n';
}

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'title':
      return `${block.text}\n${'='.repeat(Math.min(block.text.length, 60))}`;
    case 'heading':
      return `${block.text}\n${'-'.repeat(Math.min(block.text.length, 60))}`;
    case 'picture':
      return '';
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'facts':
      return block.rows.map(([label, value]) => `${label}\u00a0: ${value}`).join('\n');
    case 'quote':
      return [
        ...(block.by === undefined ? [] : [`${block.by}\u00a0:`]),
        ...block.text.split(/\r?\n/).map((line) => `> ${line}`),
      ].join('\n');
    case 'item':
      return [block.title, block.facts, block.text, block.href].filter((part) => part !== undefined).join('\n');
    case 'code':
      return `    ${block.text}`;
    default:
      return `${block.label}\u00a0:\n${block.href}`;
  }
}
