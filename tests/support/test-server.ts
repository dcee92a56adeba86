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
  throw new Error(`embedded server in ${folder}: not wired yet`);
}
