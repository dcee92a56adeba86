import type { FigureTopic } from '../domain/figures/figure-topics.ts';

export const topicTitles: Readonly<Record<FigureTopic, string>> = {
  structures: 'Les structures',
  jobs: 'L’emploi',
  people: 'Celles et ceux qui s’engagent',
  economy: 'L’économie',
  training: 'La formation',
  territory: 'Le territoire',
};
