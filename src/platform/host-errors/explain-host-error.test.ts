import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { explainHostError } from './explain-host-error.ts';
import { HostError } from './host-error.ts';

const failure = (code: string, more: object = {}): Error => Object.assign(new Error(code), { code, ...more });

describe('explainHostError', () => {
  it('gives the words of a HostError', () => {
    const error = new HostError('Rien ne va.', { hint: 'Recommencez.' });
    expect(explainHostError(error)).toEqual(['Rien ne va.', 'Recommencez.']);
  });

  it('says which port is taken', async () => {
    const first = createServer();
    await new Promise<void>((resolve) => {
      first.listen(0, '127.0.0.1', resolve);
    });
    const address = first.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const error = await new Promise<unknown>((resolve) => {
      createServer().once('error', resolve).listen(port, '127.0.0.1');
    });
    first.close();
    expect(explainHostError(error)?.[0]).toBe(`Le port ${port} est déjà utilisé par un autre programme.`);
  });

  it('tells a reserved port from a closed file', () => {
    expect(explainHostError(failure('EACCES', { port: 80 }))?.[0]).toContain('port 80');
    expect(explainHostError(failure('EACCES', { path: '/srv/data' }))?.[0]).toContain('« /srv/data »');
  });

  it('finds the failure under what libraries wrap around it', () => {
    const refused = failure('ECONNREFUSED', { address: '127.0.0.1', port: 5432 });
    const attempts = new AggregateError([failure('ECONNREFUSED', { address: '::1', port: 5432 }), refused]);
    const wrapped = new Error('Failed query', { cause: attempts });
    expect(explainHostError(wrapped)?.[0]).toContain('port 5432');
  });

  it.each(['28P01', '3D000', '53300', 'ENOTFOUND', 'ENOSPC', '53100', '57P03', 'DEPTH_ZERO_SELF_SIGNED_CERT'])(
    'has words for %s',
    (code) => {
      expect(explainHostError(failure(code, { hostname: 'base.example.fr' }))).toHaveLength(2);
    },
  );

  it('leaves bugs alone', () => {
    expect(explainHostError(new TypeError('undefined is not a function'))).toBeNull();
    expect(explainHostError('text')).toBeNull();
  });
});
