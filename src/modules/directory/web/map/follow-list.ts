import type { MapMarks } from './map-marks.ts';

const prefix = 's-';

/** Pointing at or reaching a structure or a place in the list makes its point stand out. Returns how to stop. */
export function followList(marks: MapMarks): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  for (const row of document.querySelectorAll<HTMLElement>(`.row-card[id^="${prefix}"], [data-point]`)) {
    const light = (): void => marks.highlight(row.dataset['point'] ?? row.id.slice(prefix.length));
    const dim = (): void => marks.highlight(null);
    row.addEventListener('pointerenter', light, { signal });
    row.addEventListener('focusin', light, { signal });
    row.addEventListener('pointerleave', dim, { signal });
    row.addEventListener('focusout', dim, { signal });
  }
  return () => stop.abort();
}
