/** What a thread is made of. Notes and calls stay with the team. */
export const messageKinds = ['asker', 'answer', 'call', 'note'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** What the asker reads of her thread. */
export const sharedKinds = ['asker', 'answer'] as const satisfies readonly MessageKind[];
