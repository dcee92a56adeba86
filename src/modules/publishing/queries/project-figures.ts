import type { Context } from '#platform/context/context.ts';
import type { KeyFigure } from '#platform/contributions/module.ts';
import { agree, formatNumber } from '#platform/french/index.ts';
import { listPath } from '../paths.ts';
import { countPublished } from './published-list.ts';

/** Projects that the hub follows, without those only heard of. Nothing rather than zero. */
export async function projectFigures({ db }: Pick<Context, 'db'>): Promise<KeyFigure[]> {
  const count = await countPublished(db, 'project', { content: { isEmerging: false } });
  if (count === 0) return [];
  const label = `${agree(count, 'projet')} en chemin`;
  return [{ key: 'publishing.projects', count, value: formatNumber(count), label, href: listPath('project') }];
}
