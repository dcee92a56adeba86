import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { optionalEmail, optionalText, versionRead } from '../domain/hub-fields.ts';
import { maySetHub } from '../policy.ts';
import { saveHubSettings } from './edit-hub.ts';

/** Fills what the legal pages say of the publisher and of the host (loi 2004-575, art. 1-1). */
export const setLegalNotice = command({
  name: 'hub.set-legal-notice',
  input: z.object({
    publisher: optionalText(120),
    legalForm: optionalText(120),
    siren: optionalText(20),
    rna: optionalText(20),
    publicationDirector: optionalText(120),
    hostName: optionalText(120),
    hostAddress: optionalText(200),
    hostPhone: optionalText(30),
    dataContact: optionalEmail,
    version: versionRead,
  }),
  allow: maySetHub,
  async run(ctx, { version, ...notice }) {
    const legal = Object.fromEntries(Object.entries(notice).filter(([, value]) => value !== null));
    return saveHubSettings(ctx, { legal }, 'Mentions légales modifiées', version);
  },
});
