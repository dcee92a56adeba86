import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { color } from '../domain/hub-fields.ts';
import { maySetHub } from '../policy.ts';
import { saveHubSettings } from './edit-hub.ts';

/** Chooses the hub's colours and landscape. */
export const dressHub = command({
  name: 'hub.dress',
  input: z.object({ brandColor: color, accentColor: color, motif: z.string().regex(/^[a-z-]{2,30}$/, 'Choisissez un paysage de la liste.') }),
  allow: maySetHub,
  async run(ctx, input) {
    await saveHubSettings(ctx, input, 'Couleurs et paysage du pôle modifiés');
    return accept(null);
  },
});
