import { readdirSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

/** Processor time in milliseconds since each process began; zeros where `/proc` does not exist. */
export interface Cost {
  application: number;
  database: number;
  generator: number;
}

// Clock ticks of Linux on every platform we know (getconf CLK_TCK).
const ticksASecond = 100;

/** What the application, its database's processes and this process have used so far. */
export function costOf(applicationPid: number): Cost {
  const { user, system } = process.cpuUsage();
  const generator = (user + system) / 1000;
  const database = descendantsOf(applicationPid).reduce((sum, pid) => sum + timeOf(pid), 0);
  return { application: timeOf(applicationPid), database, generator };
}

/** The cost between two moments, for each of `count` answers. */
export function describeCost(before: Cost, after: Cost, count: number): string {
  const each = (part: keyof Cost): string =>
    ((after[part] - before[part]) / count).toLocaleString('fr-FR', { maximumFractionDigits: 2 });
  return `par réponse, en ms de processeur : application ${each('application')}, PostgreSQL ${each('database')}, générateur ${each('generator')}`;
}

/** Memory held by a process, in megabytes: now, and the most it ever held (on Linux). */
export function memoryOf(pid: number): { now: number; most: number | null } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = (name: string): number =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? Number.NaN);
    return { now: kilobytes('VmRSS') / 1024, most: kilobytes('VmHWM') / 1024 };
  } catch {
    return {
      now: Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024,
      most: null,
    };
  }
}

function timeOf(pid: number): number {
  const fields = statOf(pid);
  return fields ? ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksASecond : 0;
}

/** Processes born of this one, and of those. */
export function descendantsOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of safeList('/proc')) {
    const fields = /^\d+$/.test(name) ? statOf(Number(name)) : null;
    if (fields) parents.set(Number(name), Number(fields[1]));
  }
  const found = new Set<number>([pid]);
  for (let grown = true; grown;) {
    grown = false;
    for (const [child, parent] of parents) {
      if (found.has(parent) && !found.has(child)) grown = Boolean(found.add(child));
    }
  }
  found.delete(pid);
  return [...found];
}

/** The fields of `/proc/<pid>/stat` after the name, which may hold spaces. */
function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

function safeList(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
