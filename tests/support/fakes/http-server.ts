import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type HttpServer = AsyncDisposable & {
  url: string;
  port: number;
  /** Method and path of every request received, in order. */
  requests: string[];
  /** TCP connections accepted since the start. */
  connections(): number;
};

/** A real HTTP server on this machine, on a free port unless told otherwise. */
export async function startHttpServer(
  answer: (request: IncomingMessage, response: ServerResponse) => unknown,
  { host = '127.0.0.1', port = 0 }: { host?: string; port?: number } = {},
): Promise<HttpServer> {
  const requests: string[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    void answer(request, response);
  });
  server.on('connection', () => (connections += 1));
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen(port, host, resolve);
  await promise;
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    port: address.port,
    requests,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The whole body of a request. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
