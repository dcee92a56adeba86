import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceFingerprint } from './build.mjs';
import { isInstalled } from './dependencies.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'essaim lanceur '));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(path, content) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('isInstalled', () => {
  const lock = {
    packages: {
      '': { name: 'essaim' },
      'node_modules/hono': { version: '4.13.19' },
      'node_modules/for-windows': { version: '1.0.0', optional: true },
    },
  };

  it('compares what npm has put in place with the lock file', () => {
    write('package-lock.json', lock);
    expect(isInstalled(folder)).toBe(false);
    write('node_modules/.package-lock.json', { packages: { 'node_modules/hono': { version: '4.13.19' } } });
    expect(isInstalled(folder)).toBe(true);
    write('node_modules/.package-lock.json', { packages: { 'node_modules/hono': { version: '4.13.18' } } });
    expect(isInstalled(folder)).toBe(false);
    write('node_modules/.package-lock.json', { packages: {} });
    expect(isInstalled(folder)).toBe(false);
  });
});

describe('sourceFingerprint', () => {
  it('follows contents and names, not dates nor tests', () => {
    const page = write('src/app/page.ts', 'export {};');
    const first = sourceFingerprint(folder);
    utimesSync(page, new Date(0), new Date(0));
    write('src/app/page.test.ts', 'a test');
    expect(sourceFingerprint(folder)).toBe(first);
    write('src/app/page.ts', 'export {}');
    const second = sourceFingerprint(folder);
    expect(second).not.toBe(first);
    write('vite.config.ts', 'export {};');
    expect(sourceFingerprint(folder)).not.toBe(second);
  });
});

describe('runChild', () => {
  /** A launcher whose child is ready, and prints the signals it gets. */
  async function launch() {
    const child = write(
      'child.mjs',
      `process.on('SIGTERM', () => { console.log('SIGTERM'); process.exit(7); });
       setInterval(() => undefined, 1000);
       console.log('ready');`,
    );
    const module = new URL('child.mjs', import.meta.url).href;
    const script = `const { runChild } = await import(${JSON.stringify(module)});
      process.exitCode = await runChild(process.execPath, [${JSON.stringify(child)}]);`;
    const launcher = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    launcher.stdout.setEncoding('utf8');
    await once(launcher.stdout, 'data');
    return launcher;
  }

  it('forwards signals and gives the exit code back', async () => {
    const launcher = await launch();
    launcher.kill('SIGTERM');
    const [[code], [printed]] = await Promise.all([once(launcher, 'exit'), once(launcher.stdout, 'data')]);
    expect(printed).toBe('SIGTERM\n');
    expect(code).toBe(7);
  });

  it('lets no child outlive a launcher that was killed', async () => {
    const launcher = await launch();
    launcher.kill('SIGKILL');
    const [printed] = await once(launcher.stdout, 'data');
    expect(printed).toBe('SIGTERM\n');
    // The child held the other end of this pipe.
    await once(launcher.stdout, 'close');
  });
});

describe('essaim', () => {
  it('shows its help at once, from any folder', () => {
    const program = fileURLToPath(new URL('../essaim.mjs', import.meta.url));
    const { status, stdout } = spawnSync(process.execPath, [program, '--help'], { cwd: folder, encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toContain('npm run essaim -- <commande>');
  });
});
