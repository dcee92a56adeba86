import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';

/** A whole answer kept for visitors without session. */
export interface KeptAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  readonly identity: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
  readonly brotli: Uint8Array<ArrayBuffer>;
}

/** Whole pages by hub and address, in the memory of one process, emptied when a notification says so. */
export interface PageCache {
  /** The answer kept, when there is one. */
  find(hubId: string, key: string): KeptAnswer | undefined;
  /** To be asked before a page is drawn, and given back to `keep`: a page drawn before a change is not kept after it. */
  generation(hubId: string): number;
  keep(hubId: string, key: string, generation: number, answer: KeptAnswer): void;
  /** Forgets the pages of one hub, or of all. */
  forget(hubId: string | '*'): void;
}

/** Creates a cache of at most `maximumBytes`, counting all the forms of each page; the oldest used goes first. */
export function createPageCache(maximumBytes = 24_000_000): PageCache {
  const answers = new Map<string, { hubId: string; answer: KeptAnswer; size: number }>();
  const generations = new Map<string, number>();
  let everyone = 0;
  let bytes = 0;

  const generationOf = (hubId: string): number => everyone + (generations.get(hubId) ?? 0);
  function remove(key: string): void {
    const found = answers.get(key);
    if (!found) return;
    bytes -= found.size;
    answers.delete(key);
  }

  return {
    find(hubId, key) {
      const full = `${hubId} ${key}`;
      const found = answers.get(full);
      if (!found) return undefined;
      // Moved to the end: the first of the map is the oldest used.
      answers.delete(full);
      answers.set(full, found);
      return found.answer;
    },
    generation: generationOf,
    keep(hubId, key, generation, answer) {
      if (generation !== generationOf(hubId)) return;
      const full = `${hubId} ${key}`;
      // The compressed forms, made when first asked, take about a fifth of the page each.
      const size = answer.identity.length * 1.4 + full.length;
      if (size > maximumBytes / 8) return;
      remove(full);
      answers.set(full, { hubId, answer, size });
      bytes += size;
      for (const oldest of answers.keys()) {
        if (bytes <= maximumBytes) break;
        remove(oldest);
      }
    },
    forget(hubId) {
      if (hubId === '*') {
        everyone += 1;
        answers.clear();
        bytes = 0;
        return;
      }
      generations.set(hubId, (generations.get(hubId) ?? 0) + 1);
      for (const [key, entry] of answers) if (entry.hubId === hubId) remove(key);
    },
  };
}

/** How hard brotli tries: pages change often, what browsers keep for ever is worth a longer look. */
const [quick, thorough] = [5, 11];
const mostForThorough = 256 * 1024;

/** Prepares an answer to be kept: its tag and its compressed forms. `lasting` ones are compressed once for all. */
export function keepable(headers: Headers, body: Uint8Array<ArrayBuffer>, lasting = false): KeptAnswer {
  const quality = lasting && body.length <= mostForThorough ? thorough : quick;
  const kept = [...headers].filter(([name]) => !['content-length', 'set-cookie', 'x-request-id'].includes(name));
  let gzip: Uint8Array<ArrayBuffer> | undefined;
  let brotli: Uint8Array<ArrayBuffer> | undefined;
  return {
    headers: Object.fromEntries(kept),
    etag: etagOf(body),
    identity: body,
    get gzip() {
      return (gzip ??= gzipSync(body, { level: 6 }));
    },
    get brotli() {
      return (brotli ??= brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
    },
  };
}

/** A weak tag: the same content in any encoding. */
export function etagOf(body: Uint8Array): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/**
 * Answers from what is kept, in the best form the visitor takes, or 304 when she has it already. Headers are given as a
 * plain object, which the server writes as it is; `more` replaces those kept.
 */
export function answerFrom(
  answer: KeptAnswer,
  request: { accepted: string | undefined; known: string | undefined; head: boolean },
  more: Readonly<Record<string, string>> = {},
): Response {
  const headers: Record<string, string> = { ...answer.headers, etag: answer.etag, vary: 'accept-encoding', ...more };
  if (request.known && request.known.split(/\s*,\s*/).includes(answer.etag))
    return new Response(null, { status: 304, headers });
  const [encoding, body] = bestForm(answer, request.accepted ?? '');
  if (encoding) headers['content-encoding'] = encoding;
  headers['content-length'] = String(body.length);
  return new Response(request.head ? null : body, { status: 200, headers });
}

function bestForm(answer: KeptAnswer, accepted: string): [string | null, Uint8Array<ArrayBuffer>] {
  if (/\bbr\b(?!\s*;\s*q=0(\.0+)?\b)/.test(accepted)) return ['br', answer.brotli];
  if (/\bgzip\b(?!\s*;\s*q=0(\.0+)?\b)/.test(accepted)) return ['gzip', answer.gzip];
  return [null, answer.identity];
}
