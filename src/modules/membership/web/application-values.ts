import type { ApplicationRow } from '../queries/applications-of.ts';

const euros = (cents: number): string => (cents === 0 ? '' : String(cents / 100).replace('.', ','));

/** An application as its form shows it. */
export function valuesOf(row: ApplicationRow, { isFree }: { isFree: boolean }): Record<string, string> {
  return {
    scaleId: row.scaleId,
    organizationName: row.organizationName,
    siren: row.siren,
    givenName: row.givenName,
    familyName: row.familyName,
    role: row.role,
    email: row.email ?? '',
    phone: row.phone,
    street: row.street,
    postcode: row.postcode,
    city: row.city,
    budget: row.budget === null ? '' : String(row.budget),
    staff: row.staff === null ? '' : String(row.staff),
    ...(isFree ? { chosen: euros(row.dues) } : {}),
    donation: euros(row.donation),
    note: row.note,
    ...Object.fromEntries(
      row.otherPeople.flatMap((one, index) =>
        Object.entries(one).map(([name, value]) => [`otherPeople.${index}.${name}`, value]),
      ),
    ),
    ...Object.fromEntries(Object.entries(row.answers).map(([key, answer]) => [`answers.${key}`, answer])),
  };
}
