import { projectStages } from '../../../content/network.ts';

export type Stage = (typeof projectStages)[number];

/** The way of a project, without the pause, which may come anywhere. */
export const stagePath = ['idea', 'study', 'starting', 'running', 'done'] as const satisfies readonly Stage[];

/** Stages as addresses name them. */
export const stageSlugs: Readonly<Record<Stage, string>> = {
  idea: 'idee',
  study: 'etude',
  starting: 'demarrage',
  running: 'en-route',
  paused: 'en-pause',
  done: 'abouti',
};

export function stageAt(slug: string): Stage | null {
  return projectStages.find((stage) => stageSlugs[stage] === slug) ?? null;
}
