import { z } from 'zod';

/** The jobs of this module as commands ask for them; their work is beside. */
const ofSession = { lane: 'quick', retries: 5, payload: z.object({ sessionId: z.uuid() }) } as const;

/** Makes and sends each trainee's notice. */
export const noticesJob = { name: 'training.send-notices', ...ofSession, lane: 'long' } as const;

/** Tells those who asked to hear of the next session. */
export const openingsJob = { name: 'training.tell-openings', ...ofSession } as const;

/** Makes every paper of a session that is over. */
export const papersJob = { name: 'training.make-papers', ...ofSession, lane: 'long' } as const;

/** Makes the certificates of one trainee and sends them. */
export const certificatesJob = {
  name: 'training.send-certificates',
  lane: 'long',
  retries: 5,
  payload: z.object({ sessionId: z.uuid(), traineeId: z.uuid() }),
} as const;

/** Asks everyone who came what she thought. */
export const surveysJob = {
  name: 'training.ask-surveys',
  lane: 'quick',
  retries: 5,
  payload: z.object({ sessionId: z.uuid(), moment: z.enum(['hot', 'cold']) }),
} as const;
