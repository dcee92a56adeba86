import type { CommandContext } from '#platform/context/context.ts';

/** Channel on which processes tell each other which sheets changed: `<hub>:<ids>` or `<hub>:*`. */
export const directoryChannel = 'essaim_directory';

// A notification holds less than 8,000 bytes; an id takes 37.
const idsInOne = 150;
const mostAnnounced = 3_000;

/** Tells every process, once the transaction is saved, that these sheets changed; all of them when `'*'`. */
export async function announceDirectoryChange(
  work: Pick<CommandContext, 'announce' | 'hubId'>,
  ids: readonly string[] | '*',
): Promise<void> {
  if (ids === '*' || ids.length > mostAnnounced) return announce(work, '*');
  for (let at = 0; at < ids.length; at += idsInOne) await announce(work, ids.slice(at, at + idsInOne).join(','));
}

async function announce(work: Pick<CommandContext, 'announce' | 'hubId'>, what: string): Promise<void> {
  await work.announce(directoryChannel, `${work.hubId}:${what}`);
}
