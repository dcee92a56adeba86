import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { maySetHub } from '../policy.ts';
import { saveHubSettings } from './edit-hub.ts';

/** Ends the first-run assistant: the site opens to visitors. */
export const completeSetup = command({
  name: 'hub.complete-setup',
  input: z.object({}),
  allow: maySetHub,
  async run(ctx) {
    return saveHubSettings(ctx, { setupCompletedAt: ctx.now() }, 'Site du pôle ouvert au public');
  },
});
