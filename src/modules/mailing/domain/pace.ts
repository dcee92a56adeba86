/** Holds back the mails to one domain, so that its server does not take the hub for a flood. */
export interface Pace {
  /** Domains that must wait at this moment. */
  closed(now: number): string[];
  /** Notes that one mail leaves for a domain. */
  note(domain: string, now: number): void;
  /** When the first of those that wait may be written to again; null when none waits. */
  opensAt(now: number): number | null;
}

/** At most so many mails a minute and domain, evenly spread; as fast as may be when `perMinute` is null. Times in ms. */
export function paceOf(perMinute: number | null): Pace {
  const freeAt = new Map<string, number>();
  const gap = perMinute === null ? 0 : 60_000 / perMinute;
  return {
    closed(now) {
      for (const [domain, at] of freeAt) if (at <= now) freeAt.delete(domain);
      return [...freeAt.keys()];
    },
    note(domain, now) {
      if (gap > 0) freeAt.set(domain, now + gap);
    },
    opensAt(now) {
      const times = [...freeAt.values()].filter((at) => at > now);
      return times.length === 0 ? null : Math.min(...times);
    },
  };
}
