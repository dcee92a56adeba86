/** A file that leaves with a letter: its text in the outbox, or a file of the store. */
export type MailAttachment = { filename: string; contentType: string } & ({ text: string } | { fileKey: string });

/** The same with its content, as a mail server takes it. */
export interface LoadedAttachment {
  filename: string;
  contentType: string;
  content: string | Uint8Array;
}
