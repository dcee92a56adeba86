import { describe, expect, it } from 'vitest';
import { localPath } from './local-path.ts';

describe('localPath', () => {
  it.each(['/gestion/personnes?tri=nom', '/mon-compte', '/agenda/fete-de-la-ruche'])('keeps %s', (path) =>
    expect(localPath(path)).toBe(path),
  );
  it.each([
    '//ailleurs.fr',
    '/\\ailleurs.fr',
    'https://ailleurs.fr',
    '/\tailleurs',
    'javascript:alert(1)',
    '/a/..//ailleurs.fr',
    '/connexion',
    '',
    null,
  ])('refuses %s', (path) => expect(localPath(path)).toBe(null));
});
