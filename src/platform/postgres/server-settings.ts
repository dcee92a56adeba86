/**
 * Settings given on the command line at each start, so that they follow the version of Essaim and not the day the data
 * folder was made. Sized for two cores and a small memory; larger installations use a PostgreSQL of their own.
 */
const settings: Record<string, string> = {
  listen_addresses: '',
  unix_socket_directories: '.',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '96MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  random_page_cost: '1.1',
  // Requests are short and come several at a time: one core each serves them better than helpers and compiled plans.
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  io_method: 'sync',
  fsync: 'on',
  synchronous_commit: 'on',
  // No replica is ever fed from here, so the log of writes may stay short.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  min_wal_size: '16MB',
  max_wal_size: '256MB',
  TimeZone: 'UTC',
  lc_messages: 'C',
  // « log » leaves statement errors out: the application reports them, and their values may be personal data.
  log_min_messages: 'log',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
};

/** Arguments of `postgres`. `others` comes last and wins. */
export function serverArguments(dataFolder: string, others: Record<string, string> = {}): string[] {
  const pairs = Object.entries({ ...settings, ...others });
  return ['-D', dataFolder, ...pairs.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
