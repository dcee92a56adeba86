import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import type { Agent, Dispatcher } from 'undici';
import { OutboundRefused } from './outbound-refused.ts';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';
import { readBody } from './read-body.ts';
import { readUrl } from './read-url.ts';

/** Gives every address of a host name. */
export type Resolver = (hostname: string) => Promise<readonly string[]>;

export type OutboundOptions = {
  /** Sent with every request, such as `Essaim/1.0 (+https://exemple.fr)`. */
  userAgent: string;
  resolver?: Resolver;
  /** Ports of this machine that a test may reach. Only code can set it, never a setting or a page. */
  loopbackPortsForTests?: readonly number[];
};

export type FetchOptions = {
  /** Largest body once decompressed; 5 MB unless told otherwise. */
  maxBytes?: number;
  /** For everything: resolution, redirects, body; 10 s unless told otherwise. */
  timeoutMs?: number;
  accept?: string;
  ifNoneMatch?: string;
  ifModifiedSince?: string;
  signal?: AbortSignal;
};

export type Fetched = {
  /** Where the content was found, after redirects. */
  url: string;
  /** `true` answers `ifNoneMatch` or `ifModifiedSince`: the body is then empty. */
  notModified: boolean;
  contentType: string | undefined;
  etag: string | undefined;
  lastModified: string | undefined;
  body: Buffer;
};

/** How an address answered, whatever it said. */
export type Probed = { status: number; url: string };

export type ProbeOptions = Pick<FetchOptions, 'timeoutMs' | 'signal'> & { method?: 'HEAD' | 'GET' };

export type PostOptions = Pick<FetchOptions, 'timeoutMs' | 'signal'>;

export type Outbound = {
  fetchPublic(url: string, options?: FetchOptions): Promise<Fetched>;
  /** The status at the end of the redirects; the body is not read. */
  probePublic(url: string, options?: ProbeOptions): Promise<Probed>;
  /** Sends a form and drops what is answered. A redirect is refused: a form is meant for one address. */
  postPublic(url: string, form: URLSearchParams, options?: PostOptions): Promise<void>;
};

const maxRedirects = 3;
const formType = 'application/x-www-form-urlencoded';
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * The only way to fetch an address that someone typed or that a remote document names. It reaches public sites and
 * nothing else: each hop is parsed, resolved once, refused unless every address is public, and connected to those
 * very addresses, so that a name which changes its answer gains nothing.
 */
export function createOutbound({
  userAgent,
  resolver = resolve,
  loopbackPortsForTests = [],
}: OutboundOptions): Outbound {
  async function addressesOf(url: URL): Promise<readonly string[]> {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const literal = host.includes(':') || /^[\d.]+$/.test(host);
    const addresses = literal ? [host] : await resolver(host).catch(noHost);
    if (addresses.length === 0) throw new OutboundRefused('unknown_host');
    const testPort = loopbackPortsForTests.includes(Number(url.port));
    const allowed = (address: string) => (testPort ? isLoopbackAddress(address) : isPublicAddress(address));
    if (!addresses.every(allowed)) throw new OutboundRefused('private_address');
    return addresses;
  }

  async function askHop<Read>(
    url: URL,
    method: 'GET' | 'HEAD' | 'POST',
    options: FetchOptions,
    signal: AbortSignal,
    read: (answer: Dispatcher.ResponseData) => Promise<Read> | Read,
    form?: URLSearchParams,
  ): Promise<Read | URL> {
    const agent = await agentFor(await untilAborted(addressesOf(url), signal));
    try {
      const answer = await agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method,
        headers: { ...requestHeaders(userAgent, options), ...(form ? { 'content-type': formType } : {}) },
        body: form?.toString() ?? null,
        signal,
      });
      // Destroying the agent drops the body, and reports it to a listener that must exist.
      answer.body.on('error', ignore);
      const location = header(answer, 'location');
      if (redirects.has(answer.statusCode) && location !== undefined)
        return readUrl(location, url, { alsoAllowed: loopbackPortsForTests });
      return await read(answer);
    } finally {
      await agent.destroy();
    }
  }

  function readAnswer(
    answer: Dispatcher.ResponseData,
    url: URL,
    maxBytes: number,
    signal: AbortSignal,
  ): Promise<Fetched> {
    const { statusCode: status } = answer;
    if (status !== 200 && status !== 304) throw new OutboundRefused('http_status', { status });
    if (Number(header(answer, 'content-length')) > maxBytes) throw new OutboundRefused('too_large');
    return describe(answer, url, maxBytes, signal);
  }

  /** Goes from one address to the next it names, until one answers for itself. */
  async function follow<Read>(
    text: string,
    options: Pick<FetchOptions, 'timeoutMs' | 'signal'>,
    ask: (url: URL, signal: AbortSignal) => Promise<Read | URL>,
  ): Promise<Read> {
    const timeout = AbortSignal.timeout(options.timeoutMs ?? 10_000);
    const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout;
    try {
      let url = readUrl(text, undefined, { alsoAllowed: loopbackPortsForTests });
      for (let hop = 0; hop <= maxRedirects; hop += 1) {
        const found = await ask(url, signal);
        if (!(found instanceof URL)) return found;
        url = found;
      }
      throw new OutboundRefused('too_many_redirects');
    } catch (error) {
      if (error instanceof OutboundRefused) throw error;
      options.signal?.throwIfAborted();
      throw new OutboundRefused(timeout.aborted ? 'timeout' : 'unreachable', { cause: error });
    }
  }

  return {
    fetchPublic: (text, options = {}) =>
      follow(text, options, (url, signal) =>
        askHop(url, 'GET', options, signal, (answer) => readAnswer(answer, url, options.maxBytes ?? 5_000_000, signal)),
      ),
    probePublic: (text, { method = 'HEAD', ...options } = {}) =>
      follow(text, options, (url, signal) =>
        askHop(url, method, options, signal, ({ statusCode: status }) => ({ status, url: url.href })),
      ),
    postPublic: (text, form, options = {}) =>
      follow(text, options, async (url, signal) => {
        const answered = await askHop(url, 'POST', options, signal, ({ statusCode: status }) => status, form);
        if (answered instanceof URL) throw new OutboundRefused('too_many_redirects');
        if (answered < 200 || answered > 299) throw new OutboundRefused('http_status', { status: answered });
      }),
  };
}

async function describe(
  answer: Dispatcher.ResponseData,
  url: URL,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Fetched> {
  const notModified = answer.statusCode === 304;
  return {
    url: url.href,
    notModified,
    contentType: header(answer, 'content-type'),
    etag: header(answer, 'etag'),
    lastModified: header(answer, 'last-modified'),
    body: notModified
      ? Buffer.alloc(0)
      : await readBody(answer.body, header(answer, 'content-encoding') ?? '', maxBytes, signal),
  };
}

function requestHeaders(
  userAgent: string,
  { accept = '*/*', ifNoneMatch, ifModifiedSince }: FetchOptions,
): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept,
    'accept-encoding': 'gzip, identity',
    ...(ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch }),
    ...(ifModifiedSince === undefined ? {} : { 'if-modified-since': ifModifiedSince }),
  };
}

/** An agent for one request, whose only idea of the name service is the addresses already checked. */
async function agentFor(addresses: readonly string[]): Promise<Agent> {
  // Read at the first fetch: most sites make none.
  const { Agent: Client } = await import('undici');
  const checked = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  const lookup: LookupFunction = (_hostname, options, done) => {
    const first = checked[0];
    if (options.all) done(null, checked);
    else if (first) done(null, first.address, first.family);
  };
  return new Client({ connect: { lookup }, connections: 1, pipelining: 1, maxHeaderSize: 16_384 });
}

async function resolve(hostname: string): Promise<string[]> {
  const found = await lookup(hostname, { all: true });
  return found.map(({ address }) => address);
}

/** Name resolution cannot be cancelled, only left behind. */
function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', abort));
}

function header({ headers }: Dispatcher.ResponseData, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function noHost(error: unknown): never {
  throw new OutboundRefused('unknown_host', { cause: error });
}

function ignore(): void {}
