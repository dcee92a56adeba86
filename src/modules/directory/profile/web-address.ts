import { z } from 'zod';

/** A site's address: `https://` is added when it was left out, anything but http and https is refused. */
export function webAddress(message: string) {
  return z
    .string()
    .trim()
    .max(600)
    .transform((value) => (value === '' || /^[a-z][a-z0-9+.-]*:/i.test(value) ? value : `https://${value}`))
    .refine((value) => value === '' || isWebAddress(value), message);
}

function isWebAddress(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && url.username === '' && url.password === '';
}

/** What two ways of writing a site's address have in common: `https://www.Exemple.fr/` → `exemple.fr`. */
export function websiteKey(address: string): string {
  const url = URL.parse(address);
  if (!url) return '';
  return (url.hostname.replace(/^www\./, '') + url.pathname.replace(/\/+$/, '')).toLowerCase();
}

/** The digits of a French phone number: `+33 (0)2 99 00 11 22` → `0299001122`. Empty when there are too few. */
export function phoneKey(phone: string): string {
  const digits = phone
    .replace(/\(0\)/, '')
    .replace(/^\s*(\+|00)33/, '0')
    .replace(/\D/g, '');
  return digits.length >= 6 ? digits : '';
}
