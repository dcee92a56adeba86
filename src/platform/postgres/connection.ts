/** What `pg.Pool` and `pg.Client` need to reach the embedded server. `host` is the folder of its Unix socket. */
export type Connection = { host: string; port: number; user: string; password: string; database: string };

export const ownerRole = 'essaim_owner';
export const databaseName = 'essaim';

/** Only a part of the socket's file name: the server never listens on the network. */
export const socketPort = 5432;
