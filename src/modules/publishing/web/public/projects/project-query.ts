import { needFamiliesOf, type NeedFamily } from '../../../domain/need-families.ts';
import { listPath } from '../../../paths.ts';
import type { PublishedLine } from '../../../queries/published-list.ts';
import { needFamilyAt, needWords } from '../../need-words.ts';
import { listHref } from '../item/list-address.ts';
import { stageAt, stageSlugs, type Stage } from './stages.ts';

/** What the address of the list asks for. */
export interface ProjectQuery {
  readonly stage: Stage | null;
  readonly theme: string;
  readonly need: NeedFamily | null;
}

export function readProjectQuery(search: URLSearchParams): ProjectQuery {
  return {
    stage: stageAt(search.get('etape') ?? ''),
    theme: search.get('theme') ?? '',
    need: needFamilyAt(search.get('cherche') ?? ''),
  };
}

/** Address of the list with some of the question changed. */
export function projectsHref(query: ProjectQuery, change: Partial<ProjectQuery> & { page?: number } = {}): string {
  const { stage, theme, need, page } = { page: 1, ...query, ...change };
  return listHref(listPath('project'), {
    etape: stage ? stageSlugs[stage] : '',
    theme,
    cherche: need ? needWords[need].slug : '',
    page,
  });
}

export function answersTo(query: ProjectQuery, line: PublishedLine<'project'>): boolean {
  const { stage, theme, need } = query;
  return (
    (stage === null || line.content.stage === stage) &&
    (theme === '' || line.themes.includes(theme)) &&
    (need === null || needFamiliesOf(line.content.needs).has(need))
  );
}
