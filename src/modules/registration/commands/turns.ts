/** Lets a few works run at once; the others wait here, in order, instead of each holding a connection to the database. */
export interface Turns {
  <Value>(work: () => Promise<Value>): Promise<Value>;
}

/** Opens a door that lets `most` works in at a time. */
export function openTurns(most: number): Turns {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (inside >= most) await new Promise<void>((enter) => void waiting.push(enter));
    else inside += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}
