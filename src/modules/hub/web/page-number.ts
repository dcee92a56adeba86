/** The page asked for in an address: 1 when it says nothing usable. */
export function pageAsked(text: string): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

/** How many pages a list fills, at least one. */
export function pagesFor(total: number, size: number): number {
  return Math.max(1, Math.ceil(total / size));
}
