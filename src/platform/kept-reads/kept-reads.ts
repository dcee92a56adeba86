/** What was read for everyone's eyes, kept in the memory of one process until the hub's site changes. */
export interface KeptReads {
  /** What `load` gives, read once for all those who ask. Only for what any visitor may see. */
  of<Value>(hubId: string, key: string, load: () => Promise<Value>): Promise<Value>;
  /** Forgets what was read for one hub, or for all. */
  forget(hubId: string | '*'): void;
}

/** Creates the memory of kept reads: at most `mostKeys` a hub, the oldest written goes first. */
export function createKeptReads(mostKeys = 200): KeptReads {
  const hubs = new Map<string, Map<string, Promise<unknown>>>();
  return {
    of<Value>(hubId: string, key: string, load: () => Promise<Value>): Promise<Value> {
      let kept = hubs.get(hubId);
      if (!kept) hubs.set(hubId, (kept = new Map()));
      const found = kept.get(key);
      if (found) return found as Promise<Value>;
      const reading = load();
      kept.set(key, reading);
      const oldest = kept.size > mostKeys ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      // A failed read is not kept: the next request asks again.
      reading.catch(() => {
        if (kept.get(key) === reading) kept.delete(key);
      });
      return reading;
    },
    forget(hubId) {
      if (hubId === '*') hubs.clear();
      else hubs.delete(hubId);
    },
  };
}
