import { setImmediate as nextTurn } from 'node:timers/promises';

/** Gives the event loop its turn when more than `milliseconds` went by since the last one. */
export function breather(milliseconds = 15): () => Promise<void> | undefined {
  let last = performance.now();
  const breathe = async (): Promise<void> => {
    await nextTurn();
    last = performance.now();
  };
  return () => (performance.now() - last < milliseconds ? undefined : breathe());
}
