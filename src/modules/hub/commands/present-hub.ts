import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { hubName, optionalText, versionRead } from '../domain/hub-fields.ts';
import { maySetHub } from '../policy.ts';
import { saveHubSettings } from './edit-hub.ts';

/** Says who the hub is: name, title of the home page, promise in one sentence, last words of each page. */
export const presentHub = command({
  name: 'hub.present',
  input: z.object({
    name: hubName,
    welcome: optionalText(60),
    promise: optionalText(280),
    slogan: optionalText(80),
    version: versionRead,
  }),
  allow: maySetHub,
  async run(ctx, { version, ...words }) {
    return saveHubSettings(ctx, words, 'Présentation du pôle modifiée', version);
  },
});
