/** Longest name of a mailbox that leaves room, in the 64 signs of a local part, for what each copy adds to it. */
export const longestMailboxName = 20;
