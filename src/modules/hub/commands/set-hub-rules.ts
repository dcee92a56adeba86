import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { versionRead, zone } from '../domain/hub-fields.ts';
import { maySetHub } from '../policy.ts';
import { saveHubSettings } from './edit-hub.ts';

/** Chooses how the hub writes, its time zone, its modules, and whether staff needs a second factor. */
export const setHubRules = command({
  name: 'hub.set-rules',
  input: z.object({
    inclusiveWriting: z.enum(['middle-dot', 'double', 'neutral'], 'Choisissez une des trois façons d’écrire.'),
    zone,
    staffNeedsSecondFactor: z.boolean(),
    modules: z.record(z.string().regex(/^[a-z]{2,30}$/), z.boolean()),
    version: versionRead,
  }),
  allow: maySetHub,
  async run(ctx, { version, ...rules }) {
    return saveHubSettings(ctx, rules, 'Règles de fonctionnement du pôle modifiées', version);
  },
});
