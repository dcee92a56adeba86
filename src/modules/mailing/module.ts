import type { Module } from '#platform/contributions/module.ts';
import { keepGoingJob } from './jobs/keep-going.ts';
import { sendMailingJob } from './jobs/send-mailing.ts';
import { mailingPersonalData } from './personal-data.ts';
import type { MailingDependencies } from './ports.ts';

/** What the hub writes to many: to whom, how often, what became of it. */
export function mailingModule(deps: MailingDependencies): Module {
  return {
    name: 'mailing',
    jobs: [sendMailingJob(deps), keepGoingJob(deps)],
    personalData: mailingPersonalData,
  };
}
