import { foldForSearch } from '#platform/french/index.ts';

/** What tells a volunteer from another: her mail, else her phone, else her name. */
export function contactKey({ name, email, phone }: { name: string; email: string; phone: string }): string {
  if (email !== '') return `mail ${email.toLowerCase()}`;
  const digits = phone.replaceAll(/\D/g, '').replace(/^33(?=\d{9}$)/, '0');
  return digits === '' ? `name ${foldForSearch(name).trim()}` : `phone ${digits}`;
}
