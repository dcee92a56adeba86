/** « service-public.fr »: where an address leads, as a reader says it. */
export function hostOf(address: string): string {
  return URL.parse(address)?.hostname.replace(/^www\./, '') ?? '';
}
