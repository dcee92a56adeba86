/** Something done at the door that the server has not taken yet. */
export interface Act {
  /** Made here, once an act: what was taken is never taken twice. */
  key: string;
  mark?: { registrationId: string; mark: string | null; at: string };
  walkIn?: { name: string; organization: string; municipality: string; isOver: boolean; at: string };
  /** Why the server refused it: the team decides. */
  refusal?: string | undefined;
}

const nameOf = (date: string): string => `essaim-emargement-${date}`;

/** What waits on this phone for a date. */
export function loadQueue(date: string): Act[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(date)) ?? '[]');
    return Array.isArray(kept) ? (kept as Act[]) : [];
  } catch {
    return [];
  }
}

export function saveQueue(date: string, queue: readonly Act[]): void {
  try {
    if (queue.length === 0) localStorage.removeItem(nameOf(date));
    else localStorage.setItem(nameOf(date), JSON.stringify(queue));
  } catch {
    // A phone that keeps nothing: what waits stays in the page as long as it is open.
  }
}
