import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { FilesPlace } from '#platform/files/files-url.ts';
import { ConfigError, type ConfigProblem } from './config-error.ts';
import {
  databaseField,
  filesField,
  geocoderField,
  hostField,
  isLoopback,
  logLevelField,
  mapTilesField,
  paymentField,
  portField,
  publicAddressField,
  roleField,
  secretField,
  senderField,
  smtpField,
  trustedProxiesField,
  type MapTiles,
} from './fields.ts';
import { unknownVariables } from './unknown-variables.ts';
import { variables, type Variable } from './variables.ts';

export type Config = {
  /** Absolute path of the data folder. */
  dataFolder: string;
  /** `embedded` runs the PostgreSQL that comes with Essaim in the data folder. */
  database: { kind: 'embedded' } | { kind: 'external'; url: string };
  host: string;
  port: number;
  /** Public address without a final slash. */
  publicUrl: string;
  /**
   * Nobody but this machine reaches the site by its settings. A proxy on the same machine may still let the world in:
   * what must stay private also checks the host name of the request.
   */
  isServedOnLoopback: boolean;
  role: 'all' | 'web' | 'worker';
  files: FilesPlace;
  /** `null`: mails stay in the local outbox. */
  smtpUrl: string | null;
  mailFrom: string;
  mapTiles: MapTiles;
  geocoderUrl: string | null;
  /** Where payments by card are asked for. */
  helloassoUrl: string;
  /** IP addresses and CIDR ranges. */
  trustedProxies: string[];
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** `null`: see `storedSecret`. */
  secret: string | null;
};

/** Reads all settings; throws one `ConfigError` that lists every problem. An empty value counts as absent. */
export function parseConfig(environment: NodeJS.ProcessEnv, currentFolder: string = process.cwd()): Config {
  const given = Object.fromEntries(
    Object.keys(variables).map((name) => [name, environment[name]?.trim() || undefined]),
  ) as Partial<Record<Variable, string>>;
  const result = schemaIn(currentFolder).safeParse(given);
  const problems = [
    ...(result.success ? [] : problemsOf(result.error)),
    ...combinationProblems(given),
    ...unknownVariables(environment),
  ];
  if (!result.success || problems.length > 0) {
    throw new ConfigError(problems);
  }
  return configFrom(result.data, currentFolder);
}

const schemaIn = (currentFolder: string) =>
  z.object({
    ESSAIM_DATA: z.string().default('data'),
    ESSAIM_URL: publicAddressField.optional(),
    ESSAIM_SECRET: secretField.optional(),
    PORT: portField.default(3000),
    HOST: hostField.default('127.0.0.1'),
    DATABASE_URL: databaseField.optional(),
    FILES_URL: filesField(currentFolder).optional(),
    SMTP_URL: smtpField.optional(),
    MAIL_FROM: senderField.optional(),
    ROLE: roleField.default('all'),
    MAP_TILES: mapTilesField.default({ kind: 'none' }),
    MAP_CREDIT: z.string().optional(),
    GEOCODER_URL: geocoderField.optional(),
    HELLOASSO_URL: paymentField.default('https://api.helloasso.com'),
    TRUSTED_PROXIES: trustedProxiesField.default([]),
    LOG_LEVEL: logLevelField.default('info'),
  } satisfies Record<Variable, z.ZodType>);

type Settings = z.infer<ReturnType<typeof schemaIn>>;

function configFrom(settings: Settings, currentFolder: string): Config {
  const dataFolder = resolve(currentFolder, settings.ESSAIM_DATA);
  const publicUrl = settings.ESSAIM_URL ?? `http://localhost:${settings.PORT}`;
  return {
    dataFolder,
    database:
      settings.DATABASE_URL === undefined ? { kind: 'embedded' } : { kind: 'external', url: settings.DATABASE_URL },
    host: settings.HOST,
    port: settings.PORT,
    publicUrl,
    isServedOnLoopback: isLoopback(settings.HOST) && isLoopback(new URL(publicUrl).hostname),
    role: settings.ROLE,
    files: settings.FILES_URL ?? { kind: 'folder', path: join(dataFolder, 'fichiers') },
    smtpUrl: settings.SMTP_URL ?? null,
    mailFrom: settings.MAIL_FROM ?? 'Essaim <essaim@localhost>',
    mapTiles:
      settings.MAP_TILES.kind === 'custom'
        ? { ...settings.MAP_TILES, credit: settings.MAP_CREDIT ?? '' }
        : settings.MAP_TILES,
    geocoderUrl: settings.GEOCODER_URL ?? null,
    helloassoUrl: settings.HELLOASSO_URL,
    trustedProxies: settings.TRUSTED_PROXIES,
    logLevel: settings.LOG_LEVEL,
    secret: settings.ESSAIM_SECRET ?? null,
  };
}

function problemsOf(error: z.ZodError): ConfigProblem[] {
  return error.issues.map(({ path, message }) => ({ variable: String(path[0]), message }));
}

/** What is wrong between settings that are right one by one. */
function combinationProblems(given: Partial<Record<Variable, string>>): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  if (given.SMTP_URL !== undefined && given.MAIL_FROM === undefined) {
    problems.push({
      variable: 'MAIL_FROM',
      message: 'indiquez qui envoie les mails, par exemple Le Pôle <bonjour@pole.example>.',
    });
  }
  if (given.MAP_TILES?.includes('://') === true && given.MAP_CREDIT === undefined) {
    problems.push({
      variable: 'MAP_CREDIT',
      message: 'indiquez les auteurs du fond de carte, par exemple © contributeurs OpenStreetMap.',
    });
  }
  return problems;
}
