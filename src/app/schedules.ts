import type { Schedule } from '#platform/jobs/queue.ts';
import type { AllModules } from './modules.ts';

/** Every recurring job, on one page. */
export function schedules(_modules: AllModules): readonly Schedule[] {
  return [];
}
