import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { maySetHub } from '../policy.ts';
import { saveHubSettings } from './edit-hub.ts';

/** Puts a stored image as the hub's logo, or removes it. */
export const setHubLogo = command({
  name: 'hub.set-logo',
  input: z.object({ imageId: z.uuid().nullable() }),
  allow: maySetHub,
  async run(ctx, { imageId }) {
    return saveHubSettings(ctx, { logoImageId: imageId }, imageId ? 'Logo du pôle changé' : 'Logo du pôle retiré');
  },
});
