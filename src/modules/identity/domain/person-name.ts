import { z } from 'zod';

const part = z.string().trim().max(100, 'C’est trop long : 100 caractères au plus.').default('');

/** The names of a person, as a form gives them; one of them is enough. */
export const personName = z.object({
  givenName: part,
  familyName: part,
});

/** The name shown, from its parts. */
export function displayNameOf(name: { givenName: string; familyName: string }): string {
  return `${name.givenName} ${name.familyName}`.replace(/\s+/g, ' ').trim();
}
