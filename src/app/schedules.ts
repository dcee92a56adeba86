import type { Module } from '#platform/contributions/module.ts';
import type { Schedule } from '#platform/jobs/queue.ts';

const zone = 'Europe/Paris';

/** Every recurring job, on one page: when, and the name of the job. */
const recurring = [
  { cron: '17 3 * * *', zone, job: 'identity.forget-expired' },
  { cron: '27 3 * * *', zone, job: 'advice.forget-old-requests' },
  { cron: '32 3 * * *', zone, job: 'agenda.forget-old-moderation' },
  { cron: '37 3 * * *', zone, job: 'mail.forget-old' },
  { cron: '42 3 * * *', zone, job: 'search.forget-old' },
  { cron: '*/5 * * * *', zone, job: 'publishing.publish-due' },
  { cron: '*/5 * * * *', zone, job: 'agenda.turn-pages' },
  { cron: '51 3 * * *', zone, job: 'agenda.forget-share-images' },
  { cron: '43 2 * * *', zone, job: 'publishing.check-links' },
  { cron: '21 4 * * *', zone, job: 'payments.reconcile' },
  { cron: '51 4 * * *', zone, job: 'membership.read-online' },
  { cron: '56 3 * * *', zone, job: 'payments.forget-notices' },
  { cron: '58 3 * * *', zone, job: 'programme.forget-contacts' },
  { cron: '*/5 * * * *', zone, job: 'registration.settle-overdue' },
  { cron: '*/15 * * * *', zone, job: 'registration.remind' },
  { cron: '58 3 * * *', zone, job: 'registration.forget-old' },
  { cron: '40 8 1 * *', zone, job: 'publishing.announce-reviews' },
  { cron: '2 * * * *', zone, job: 'publishing.unpin-news' },
  { cron: '41 * * * *', zone, job: 'publishing.open-doors' },
  { cron: '47 3 * * *', zone, job: 'publishing.empty-trash' },
  { cron: '52 3 * * *', zone, job: 'publishing.forget-strays' },
  { cron: '12 4 1 * *', zone, job: 'publishing.note-indicators' },
  { cron: '47 3 * * *', zone, job: 'photos.empty-trash' },
  { cron: '49 3 * * *', zone, job: 'agenda.empty-trash' },
  { cron: '22 2 * * *', zone, job: 'agenda.write-further-dates' },
  { cron: '26 * * * *', zone, job: 'agenda.follow-sources' },
  { cron: '20 9 * * 1-5', zone, job: 'directory.ask-confirmations' },
  { cron: '50 8 * * *', zone, job: 'training.every-day' },
  { cron: '5 2 * * *', zone, job: 'people.keep-retention' },
  { cron: '8 4 * * *', zone, job: 'people.forget-imports' },
  { cron: '* * * * *', zone, job: 'mailing.keep-going' },
  { cron: '35 8 * * *', zone, job: 'membership.every-day' },
  { cron: '*/15 * * * *', zone, job: 'mailing.compose-digests' },
  { cron: '54 3 * * *', zone, job: 'mailing.forget-unconfirmed' },
] as const;

/** The recurring jobs, as the modules define them. */
export function schedules(modules: readonly Module[]): readonly Schedule[] {
  const jobs = new Map(modules.flatMap((module) => module.jobs ?? []).map((job) => [job.name, job]));
  return recurring.map(({ cron, zone: where, job: name }) => {
    const job = jobs.get(name);
    if (!job) throw new Error(`no module defines the recurring job ${name}`);
    return { cron, zone: where, job };
  });
}
