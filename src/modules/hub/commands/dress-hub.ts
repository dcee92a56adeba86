import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { color, versionRead } from '../domain/hub-fields.ts';
import { maySetHub } from '../policy.ts';
import { saveHubSettings } from './edit-hub.ts';

/** Chooses the hub's colours and landscape. */
export const dressHub = command({
  name: 'hub.dress',
  input: z.object({
    brandColor: color,
    accentColor: color,
    motif: z.string().regex(/^[a-z-]{2,30}$/, 'Choisissez un paysage de la liste.'),
    version: versionRead,
  }),
  allow: maySetHub,
  async run(ctx, { version, ...look }) {
    return saveHubSettings(ctx, look, 'Couleurs et paysage du pôle modifiés', version);
  },
});
