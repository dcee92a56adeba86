import { z } from 'zod';
import { mailSubjects } from './mail-subjects.ts';

/** A condition of people, as segments know it: its key and the value beside it. */
export const chosenCondition = z.object({ key: z.string().max(80), value: z.string().max(200) });
export type ChosenCondition = z.output<typeof chosenCondition>;

/** Who a mailing goes to: all those of the groups chosen, narrowed to a segment when there is one. */
export const audienceFields = z.object({
  /** Subscribers of these subjects who read at once. */
  subjects: z.array(z.enum(mailSubjects)).default([]),
  /** Those who are members today: for the life of the network, they need not subscribe. */
  members: z.boolean().default(false),
  /** People of these segments, by id: of them, those who agreed. */
  segments: z.array(z.uuid()).max(20).default([]),
  /** People of whom one of these is true, proposed from what the mailing tells: of them too, those who agreed. */
  conditions: z.array(chosenCondition).max(20).optional(),
  /** Only those who are in this segment too. */
  within: z.uuid().nullable().default(null),
});

export type Audience = z.output<typeof audienceFields>;

export const nobody: Audience = { subjects: [], members: false, segments: [], within: null };

/** The groups proposed for an information on this subject. */
export function proposedAudience(subject: Audience['subjects'][number]): Audience {
  return { ...nobody, subjects: [subject], members: subject === 'life' };
}

/** Whether anyone may receive it by subscribing: what is written to some only is put in the public archive by its own act. */
export const isOpenToAll = ({ subjects, within }: Pick<Audience, 'subjects' | 'within'>): boolean =>
  subjects.length > 0 && within === null;
