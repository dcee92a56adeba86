import ipaddr from 'ipaddr.js';
import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { readFilesUrl, type FilesPlace } from '#platform/files/files-url.ts';

export type MapTiles =
  | { kind: 'none' }
  | { kind: 'ign' }
  | { kind: 'openfreemap' }
  | { kind: 'custom'; url: string; credit: string };

export const isLoopback = (host: string): boolean =>
  host === 'localhost' ||
  host.endsWith('.localhost') ||
  host === '[::1]' ||
  host === '::1' ||
  /^127(\.\d{1,3}){3}$/.test(host);

const parseUrl = (text: string): URL | null => URL.parse(text);

/** A field that reads a text, with the sentence to say when it can not. */
function reading<Value>(read: (text: string) => Value | null, sentence: string) {
  return z.string().transform((text, context) => {
    const value = read(text);
    if (value === null) {
      context.addIssue({ code: 'custom', message: sentence });
      return z.NEVER;
    }
    return value;
  });
}

export const portField = reading((text) => {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535 ? port : null;
}, 'le port est un nombre entre 1 et 65535, par exemple 3000.');

export const hostField = reading(
  (text) => (text === 'localhost' || ipaddr.isValid(text) ? text : null),
  'l’adresse d’écoute est une adresse IP, par exemple 127.0.0.1 (cette machine seulement) ou 0.0.0.0 (tout le réseau).',
);

export const databaseField = reading((text) => {
  const url = parseUrl(text);
  const isPostgres = url?.protocol === 'postgres:' || url?.protocol === 'postgresql:';
  return isPostgres && url.pathname.length > 1 ? text : null;
}, 'l’adresse de la base s’écrit postgresql://compte:secret@serveur:5432/base ; si le secret contient des signes comme @ ou /, codez-les (%40, %2F).');

export const publicAddressField = z.string().transform((text, context) => {
  const url = parseUrl(text);
  const problem = publicAddressProblem(url);
  if (url === null || problem !== null) {
    context.addIssue({ code: 'custom', message: problem ?? '' });
    return z.NEVER;
  }
  return url.origin;
});

function publicAddressProblem(url: URL | null): string | null {
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    return 'l’adresse du site s’écrit en entier, par exemple https://pole.example.fr.';
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return 'l’adresse publique du site commence par https:// (les mots de passe y circulent).';
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    return `donnez seulement le début de l’adresse, sans rien après le nom : ${url.origin}.`;
  }
  return null;
}

export const smtpField = reading((text) => {
  const url = parseUrl(text);
  return url !== null && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '' ? text : null;
}, 'l’adresse du serveur d’envoi s’écrit smtp://compte:secret@serveur:587 ou smtps://compte:secret@serveur:465.');

export const senderField = reading((text) => {
  const [, address] = /^(?:[^<>\r\n]*<([^<>\r\n]+)>)$/.exec(text) ?? [null, text];
  return z.email().safeParse(address).success ? text : null;
}, 'l’expéditeur s’écrit bonjour@pole.example ou Le Pôle <bonjour@pole.example>.');

export const roleField = z.enum(['all', 'web', 'worker'], { error: 'les choix sont all (tout), web et worker.' });

export const logLevelField = z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
  error: 'les choix sont trace, debug, info, warn, error, fatal et silent.',
});

export const secretField = z.string().min(32, 'la clé secrète doit avoir 32 caractères au moins, tirés au hasard.');

export const geocoderField = reading((text) => {
  const url = parseUrl(text);
  return url !== null && ['http:', 'https:'].includes(url.protocol) ? text.replace(/\/+$/, '') : null;
}, 'l’adresse du service s’écrit en entier, par exemple https://data.geopf.fr/geocodage.');

export const paymentField = reading((text) => {
  const url = parseUrl(text);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  return url !== null && isSafe ? text.replace(/\/+$/, '') : null;
}, 'l’adresse du service de paiement commence par https://, par exemple https://api.helloasso-sandbox.com.');

const namedTiles = ['none', 'ign', 'openfreemap'] as const;

export const mapTilesField = reading((text): MapTiles | null => {
  const kind = namedTiles.find((name) => name === text);
  if (kind !== undefined) {
    return { kind };
  }
  return /^https?:\/\//.test(text) && parseUrl(text) !== null ? { kind: 'custom', url: text, credit: '' } : null;
}, 'les choix sont none, ign, openfreemap, ou l’adresse d’un fond de carte (https://…).');

export const trustedProxiesField = reading((text) => {
  const proxies = text.split(/[\s,;]+/).filter((proxy) => proxy !== '');
  return proxies.every((proxy) => ipaddr.isValid(proxy) || ipaddr.isValidCIDR(proxy)) ? proxies : null;
}, 'donnez des adresses IP ou des plages séparées par des virgules, par exemple 127.0.0.1, 10.0.0.0/8.');

export const filesField = (currentFolder: string) =>
  reading(
    (text) => readPlace(text, currentFolder),
    'donnez un dossier, ou une adresse s3://clé:secret@hôte/compartiment?region=… (codez les signes comme / ou + de la clé : %2F, %2B).',
  );

function readPlace(text: string, currentFolder: string): FilesPlace | null {
  if (!/^[a-z][a-z0-9+.-]+:/i.test(text) || isAbsolute(text)) {
    return { kind: 'folder', path: resolve(currentFolder, text) };
  }
  try {
    return readFilesUrl(text);
  } catch {
    return null;
  }
}
