import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { publishingRulesChanged } from '../../facts.ts';
import { mayRunSite } from '../../policy.ts';
import { publishingSettings } from '../../tables.ts';

/** Roles that a hub may trust to publish without validation, besides the employee. */
export const trustableRoles = ['contributor', 'board_member', 'member'] as const;

const input = z.object({
  trustedRoles: z.array(z.enum(trustableRoles)),
  websubHub: z
    .string()
    .trim()
    .max(1000)
    .refine((value) => value === '' || isWebAddress(value), 'Écrivez une adresse complète : https://…')
    .transform((value) => value || null),
});

/** Decides who publishes without validation, and whom the site tells. */
export const setPublishingRules = command({
  name: 'publishing.set-rules',
  input,
  allow: mayRunSite,
  async run(work, { trustedRoles, websubHub }) {
    const values = { trustedRoles: [...new Set(trustedRoles)], websubHub, updatedAt: work.now() };
    await work.db
      .insert(publishingSettings)
      .values(values)
      .onConflictDoUpdate({ target: publishingSettings.hubId, set: values });
    work.publish(publishingRulesChanged());
    work.record({
      subjectKind: 'publishing-settings',
      subjectId: null,
      summary: 'Réglages de publication changés',
      details: { trustedRoles, websubHub },
    });
    return accept({});
  },
});

function isWebAddress(value: string): boolean {
  // It is written in a header of each feed.
  if (/[\s<>"]/.test(value)) return false;
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.');
}
