import { startEmbeddedServer } from '#platform/postgres/embedded-server.ts';

/** Address of a server whose account may create databases. */
export interface ServerAddress {
  host: string;
  port?: number;
  user: string;
  password: string;
  database: string;
}

/** The server of `TEST_DATABASE_URL`, else the embedded one started in `folder`. */
export async function startTestServer(folder: string): Promise<{ server: ServerAddress; stop: () => Promise<void> }> {
  const address = process.env.TEST_DATABASE_URL;
  if (address) {
    const url = new URL(address);
    return {
      server: {
        host: url.hostname,
        port: Number(url.port || 5432),
        user: decodeURIComponent(url.username),
        password: decodeURIComponent(url.password),
        database: url.pathname.slice(1),
      },
      stop: async () => {},
    };
  }
  // What a test writes need not survive a power cut.
  const { connection, stop } = await startEmbeddedServer({ folder, purpose: 'tests', settings: { fsync: 'off' } });
  return { server: connection, stop };
}
