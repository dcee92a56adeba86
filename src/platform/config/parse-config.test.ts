import { describe, expect, it } from 'vitest';
import { ConfigError } from './config-error.ts';
import { parseConfig } from './parse-config.ts';

const problemsOf = (environment: NodeJS.ProcessEnv): Record<string, string> => {
  try {
    parseConfig(environment, '/srv/essaim');
  } catch (error) {
    if (error instanceof ConfigError) {
      return Object.fromEntries(error.problems.map(({ variable, message }) => [variable, message]));
    }
    throw error;
  }
  return {};
};

describe('parseConfig', () => {
  it('needs no setting', () => {
    expect(parseConfig({}, '/srv/essaim')).toEqual({
      dataFolder: '/srv/essaim/data',
      database: { kind: 'embedded' },
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      isServedOnLoopback: true,
      role: 'all',
      files: { kind: 'folder', path: '/srv/essaim/data/fichiers' },
      smtpUrl: null,
      mailFrom: 'Essaim <essaim@localhost>',
      mapTiles: { kind: 'none' },
      geocoderUrl: null,
      helloassoUrl: 'https://api.helloasso.com',
      trustedProxies: [],
      logLevel: 'info',
      secret: null,
    });
  });

  it('takes an empty value for an absent one', () => {
    expect(parseConfig({ PORT: '', DATABASE_URL: ' ' }, '/srv').port).toBe(3000);
  });

  it('lists every problem at once, each in a sentence', () => {
    const problems = problemsOf({
      PORT: '70000',
      DATABASE_URL: 'mysql://localhost/essaim',
      ESSAIM_URL: 'http://pole.example.fr',
      ROLE: 'tout',
      SMTP_URL: 'smtp.example.fr',
    });
    expect(Object.keys(problems).sort()).toEqual([
      'DATABASE_URL',
      'ESSAIM_URL',
      'MAIL_FROM',
      'PORT',
      'ROLE',
      'SMTP_URL',
    ]);
    expect(problems['PORT']).toContain('entre 1 et 65535');
    expect(problems['ESSAIM_URL']).toContain('https://');
  });

  it('shows all problems in the lines for the host', () => {
    expect(new ConfigError([{ variable: 'PORT', message: 'un nombre.' }]).lines).toEqual([
      'Un réglage est à corriger (variables d’environnement ou fichier .env) :',
      '– PORT : un nombre.',
    ]);
  });

  it.each([
    ['ESSAIM_DTAA', 'ESSAIM_DATA'],
    ['ESSAIM_PORT', 'PORT'],
    ['ESSAIM_DATABASE_URL', 'DATABASE_URL'],
  ])('suggests the right name for %s', (name, suggestion) => {
    expect(problemsOf({ [name]: 'x' })[name]).toBe(`ce réglage n’existe pas. Vouliez-vous écrire ${suggestion} ?`);
  });

  it('suggests nothing for a name that resembles none, and leaves other programs alone', () => {
    expect(problemsOf({ ESSAIM_QWERTYUIOPASDF: 'x', ESSAIM_TEST_DATABASE: 'x', HOME: '/root' })).toEqual({
      ESSAIM_QWERTYUIOPASDF: 'ce réglage n’existe pas.',
    });
  });

  it('takes the public address without its final slash, and nothing more', () => {
    expect(parseConfig({ ESSAIM_URL: 'https://pole.example.fr/' }).publicUrl).toBe('https://pole.example.fr');
    expect(problemsOf({ ESSAIM_URL: 'https://pole.example.fr/site' })['ESSAIM_URL']).toContain('sans rien après');
    expect(problemsOf({ ESSAIM_URL: 'http://127.evil.example' })['ESSAIM_URL']).toContain('https://');
  });

  it.each([
    [{}, true],
    [{ HOST: '0.0.0.0' }, false],
    [{ ESSAIM_URL: 'https://pole.example.fr' }, false],
    [{ HOST: '::1', ESSAIM_URL: 'http://localhost:8080' }, true],
  ])('knows whether %j stays on this machine', (environment, expected) => {
    expect(parseConfig(environment).isServedOnLoopback).toBe(expected);
  });

  it('reads a bucket, decoding its keys', () => {
    const { files } = parseConfig({
      FILES_URL: 's3://cle:se%2Fcret@s3.fr-par.scw.cloud/pole?region=fr-par',
    });
    expect(files).toEqual({
      kind: 's3',
      endpoint: 'https://s3.fr-par.scw.cloud',
      region: 'fr-par',
      bucket: 'pole',
      accessKey: 'cle',
      secretKey: 'se/cret',
    });
  });

  it.each(['s3://s3.example.fr/pole', 's3://cle:100%@s3.example.fr/pole', 'ftp://example.fr/pole'])(
    'refuses %s as a file store',
    (FILES_URL) => {
      expect(problemsOf({ FILES_URL })).toHaveProperty('FILES_URL');
    },
  );

  it('reads a folder for files, from the current folder', () => {
    const folderFor = (FILES_URL: string): unknown => parseConfig({ FILES_URL }, '/srv/essaim').files;
    expect(folderFor('fichiers du pôle')).toEqual({ kind: 'folder', path: '/srv/essaim/fichiers du pôle' });
    expect(folderFor('file:///mnt/a%20b')).toEqual({ kind: 'folder', path: '/mnt/a b' });
  });

  it('asks for the credit of a base map of one’s own', () => {
    const MAP_TILES = 'https://tiles.example.fr/{z}/{x}/{y}.png';
    expect(problemsOf({ MAP_TILES })).toHaveProperty('MAP_CREDIT');
    expect(parseConfig({ MAP_TILES, MAP_CREDIT: '© Exemple' }).mapTiles).toEqual({
      kind: 'custom',
      url: MAP_TILES,
      credit: '© Exemple',
    });
    expect(parseConfig({ MAP_TILES: 'ign' }).mapTiles).toEqual({ kind: 'ign' });
  });

  it('reads senders with and without a name', () => {
    const SMTP_URL = 'smtps://compte:secret@smtp.example.fr';
    for (const MAIL_FROM of ['bonjour@pole.example.fr', 'Le Pôle <bonjour@pole.example.fr>']) {
      expect(parseConfig({ SMTP_URL, MAIL_FROM }).mailFrom).toBe(MAIL_FROM);
    }
    expect(problemsOf({ SMTP_URL, MAIL_FROM: 'Le Pôle' })).toHaveProperty('MAIL_FROM');
  });

  it('reads trusted proxies as addresses and ranges', () => {
    expect(parseConfig({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8 ::1' }).trustedProxies).toEqual([
      '127.0.0.1',
      '10.0.0.0/8',
      '::1',
    ]);
    expect(problemsOf({ TRUSTED_PROXIES: 'nginx' })).toHaveProperty('TRUSTED_PROXIES');
  });
});
