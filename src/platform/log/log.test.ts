import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { createLog } from './log.ts';

function written(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = '';
  write(
    createLog(
      'info',
      new Writable({ write: (chunk: Buffer, _encoding, done) => ((text += chunk.toString()), done()) }),
    ),
  );
  return text;
}

it('masks addresses wherever they slip in', () => {
  const text = written((log) => log.info({ route: '/x?mail=camille.essai@exemple.fr' }, 'for Élise@ferme.example'));
  expect(text).not.toMatch(/camille|ferme\.example/);
  expect(text).toContain('***@***');
});

it('tells a failed statement without the values it carried', () => {
  const error = new Error('Failed query: select 1 where name = $1\nparams: Camille Essai,2');
  const text = written((log) => log.error({ error }, 'request failed'));
  expect(text).toContain('select 1 where name');
  expect(text).not.toContain('Camille');
});
