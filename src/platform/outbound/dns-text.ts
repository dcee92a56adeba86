import { Resolver } from 'node:dns/promises';

/** Reads the text records of a name: none is an empty list, nobody to ask is null. */
export type DnsText = (name: string) => Promise<string[] | null>;

/** Asks the name servers of this machine, a few seconds at most. */
export function openDnsText(timeoutMs = 3_000): DnsText {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 1 });
  return async (name) => {
    try {
      return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
    } catch (error) {
      const { code } = error as { code?: string };
      return code === 'ENOTFOUND' || code === 'ENODATA' ? [] : null;
    }
  };
}
