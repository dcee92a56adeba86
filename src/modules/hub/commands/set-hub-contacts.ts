import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { webAddress } from '#platform/forms/web-address.ts';
import { optionalEmail, optionalText, versionRead } from '../domain/hub-fields.ts';
import { maySetHub } from '../policy.ts';
import { saveHubSettings } from './edit-hub.ts';

/** Says where and how to reach the hub. */
export const setHubContacts = command({
  name: 'hub.set-contacts',
  input: z.object({
    email: optionalEmail,
    phone: optionalText(30),
    street: optionalText(200),
    postcode: optionalText(10),
    city: optionalText(80),
    welcomeHours: optionalText(200),
    website: webAddress.optional().default(''),
    facebook: webAddress.optional().default(''),
    mastodon: webAddress.optional().default(''),
    version: versionRead,
  }),
  allow: maySetHub,
  async run(ctx, { website, facebook, mastodon, version, ...contacts }) {
    const links = Object.entries({ website, facebook, mastodon })
      .filter(([, url]) => url)
      .map(([kind, url]) => ({ kind, url }));
    return saveHubSettings(ctx, { ...contacts, links }, 'Coordonnées du pôle modifiées', version);
  },
});
