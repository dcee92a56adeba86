import { organizationPath } from '../../paths.ts';
import type { PublicSheet } from '../../queries/each-sheet.ts';

/** A structure as a vCard 3.0 (RFC 2426), the version every phone reads. Lines are folded at 75 bytes. */
export function vcard(
  { slug, profile, updatedAt }: Pick<PublicSheet, 'slug' | 'profile' | 'updatedAt'>,
  origin: string,
): string {
  const place = profile.locations[0];
  const address = origin + organizationPath(slug);
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${text(profile.name)};;;;`,
    `FN:${text(profile.name)}`,
    `ORG:${text(profile.name)}`,
    profile.phone && `TEL;TYPE=WORK,VOICE:${profile.phone}`,
    place && `ADR;TYPE=WORK:;;${text(place.street)};${text(place.city)};;${text(place.postcode)};France`,
    place?.lat != null && !place.isApproximate && `GEO:${place.lat};${place.lon}`,
    `URL:${profile.website || address}`,
    profile.mission && `NOTE:${text(profile.mission)}`,
    `SOURCE:${address}`,
    `REV:${updatedAt}`,
    'END:VCARD',
  ];
  return lines
    .filter(Boolean)
    .map((line) => `${folded(String(line))}\r\n`)
    .join('');
}

function text(value: string): string {
  return value.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|[\n\u2028\u2029]/g, '\\n');
}

function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const sign of line) {
    const length = Buffer.byteLength(sign);
    if (bytes + length > 74) {
      parts.push(part);
      [part, bytes] = [' ', 1];
    }
    part += sign;
    bytes += length;
  }
  return [...parts, part].join('\r\n');
}
