import { FileMissing } from '../files/storage-error.ts';
import { OutboundRefused } from '../outbound/outbound-refused.ts';
import { TableRefused } from '../tabular/index.ts';

/** What can be told to the team of a list that was not read; null when it is ours to mend, and the job is tried again. */
export function readFailure(error: unknown): string | null {
  if (error instanceof TableRefused || error instanceof OutboundRefused) return error.message;
  if (error instanceof FileMissing) return 'Le fichier envoyé n’est plus là. Envoyez-le de nouveau.';
  return null;
}
