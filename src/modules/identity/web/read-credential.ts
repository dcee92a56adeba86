/** The answer of a passkey as the island writes it in its form; one without id opens nothing. */
export function readCredential(text: string | undefined): { id: string; [field: string]: unknown } {
  try {
    const read: unknown = JSON.parse(text ?? '');
    if (typeof read === 'object' && read !== null && 'id' in read && typeof read.id === 'string')
      return { ...read, id: read.id };
  } catch {
    return { id: '' };
  }
  return { id: '' };
}
