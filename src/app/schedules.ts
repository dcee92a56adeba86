import { forgetExpired } from '#modules/identity/index.ts';
import type { Schedule } from '#platform/jobs/queue.ts';

const zone = 'Europe/Paris';

/** Every recurring job, on one page. */
export const schedules: readonly Schedule[] = [{ cron: '17 3 * * *', zone, job: forgetExpired }];
