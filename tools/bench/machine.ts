import { cpus, loadavg, release, totalmem, type } from 'node:os';
import type pg from 'pg';

/** What the figures were taken on, in one line. */
export async function describeMachine(owner: pg.Pool): Promise<string> {
  const { rows } = await owner.query<{ version: string }>(`select current_setting('server_version') as version`);
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${processor?.model.trim() || 'processeur inconnu'}, ${cpus().length} cœurs partagés avec le générateur de charge, ${memory} Gio, ${type()} ${release()}, Node ${process.versions.node}, PostgreSQL ${rows[0]?.version ?? '?'} ; charge de la machine au départ : ${loadavg()[0]?.toFixed(1)}`;
}
