import { breather } from './breather.ts';
import type { TableLimits } from './limits.ts';
import { TableRefused } from './table-refused.ts';

const quote = 0x22;
const backslash = 0x5c;
const pause = 4_000_000;

/**
 * Counts levels and values of a JSON text before it is parsed: a 50 MB file of `[[[[…` or of `{},{},…` would otherwise
 * take gigabytes.
 */
export async function weighJson(text: string, limits: TableLimits): Promise<void> {
  const breathe = breather();
  let depth = 0;
  let values = 0;
  let inText = false;
  for (let index = 0; index < text.length; index += 1) {
    if (index % pause === 0) await breathe();
    const code = text.charCodeAt(index);
    if (inText) {
      if (code === backslash) index += 1;
      else if (code === quote) inText = false;
    } else if (code === quote) inText = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      values += 1;
      if (depth > limits.depth) throw new TableRefused('too_deep', limits);
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
    else if (code === 0x2c) {
      values += 1;
      if (values > limits.values) throw new TableRefused('too_complex', limits);
    }
  }
  if (values > limits.values) throw new TableRefused('too_complex', limits);
}
