/** « Bonjour Yann, », or « Bonjour, » when the name does not begin like a given name. */
export function greeting(name: string): string {
  const [first = ''] = name.trim().split(/\s+/);
  return /^\p{Lu}[\p{L}’'-]{1,30}$/u.test(first) ? `Bonjour ${first},` : 'Bonjour,';
}
