/**
 * What an answer says of an access: `open` once let in, whatever the form then said, `sign-in`, `absent`, or the status
 * of a breakdown.
 */
export function outcomeOf({ status, headers }: Response): string {
  if (status === 303 && headers.get('location')?.startsWith('/connexion?suite=')) return 'sign-in';
  if (status === 404) return 'absent';
  return status < 400 || [400, 409, 410, 422].includes(status) ? 'open' : String(status);
}
