import type { Context } from '#platform/context/context.ts';
import type { PublishingDependencies } from '../../../ports.ts';

/** The themes that at least one of these items bears, in the order of the hub. */
export async function usedThemes(
  ctx: Context,
  deps: Pick<PublishingDependencies, 'themes'>,
  lines: readonly { themes: readonly string[] }[],
): Promise<{ id: string; label: string }[]> {
  const used = new Set(lines.flatMap((line) => line.themes));
  return used.size === 0 ? [] : (await deps.themes(ctx)).filter(({ id }) => used.has(id));
}
