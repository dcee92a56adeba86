import { z } from 'zod';

/** The site a passkey is for, from the hub's own address and never from the request. */
export const site = z.object({ name: z.string(), origin: z.url() });

/** The name by which its owner tells a passkey from the others. */
export const passkeyName = z.string().trim().min(1, 'Donnez-lui un nom, comme « Mon téléphone ».').max(80);
