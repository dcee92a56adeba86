import type { Module } from '#platform/contributions/module.ts';
import { mailingPersonalData } from './personal-data.ts';
import type { MailingDependencies } from './ports.ts';

/** What the hub writes to many: to whom, how often, what became of it. */
export function mailingModule(_deps: MailingDependencies): Module {
  return {
    name: 'mailing',
    personalData: mailingPersonalData,
  };
}
