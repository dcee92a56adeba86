/** The headers that tell where a form was sent from. */
export interface SendingHeaders {
  host: string | undefined;
  origin: string | undefined;
  referer: string | undefined;
  fetchSite: string | undefined;
}

/**
 * Whether an act was sent from a page of this very site. Browsers say so in Sec-Fetch-Site or Origin, old ones in
 * Referer; an act without any of them comes from no page of ours and is refused.
 */
export function isSentFromHere(headers: SendingHeaders): boolean {
  if (headers.fetchSite && headers.fetchSite !== 'same-origin') return false;
  const from = headers.origin ?? headers.referer;
  if (from === undefined) return headers.fetchSite === 'same-origin';
  try {
    return new URL(from).host === new URL(`http://${headers.host}`).host;
  } catch {
    return false;
  }
}
