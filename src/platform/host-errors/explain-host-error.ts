import { HostError } from './host-error.ts';

type Failure = { code: string; message: string; address?: string; port?: number; path?: string; hostname?: string };
type Explanation = (failure: Failure) => string[];

const wrongDatabaseUrl = 'Vérifiez DATABASE_URL dans vos réglages.';

/** System error codes (Node, libuv) and SQLSTATE codes (PostgreSQL) that a wrong setting or a poor machine causes. */
const explanations: Record<string, Explanation> = {
  EADDRINUSE: ({ port }) => [
    `Le port ${port ?? 'demandé'} est déjà utilisé par un autre programme.`,
    'Arrêtez ce programme, ou choisissez un autre port, par exemple : PORT=3001.',
  ],
  EADDRNOTAVAIL: ({ address }) => [
    `Cette machine n’a pas l’adresse ${address ?? 'demandée'}.`,
    'Vérifiez HOST : 127.0.0.1 pour cette machine seulement, 0.0.0.0 pour tout le réseau.',
  ],
  EACCES: explainRefusedAccess,
  EPERM: explainRefusedAccess,
  EROFS: ({ path }) => [
    `${path === undefined ? 'Le disque' : `« ${path} »`} est en lecture seule : Essaim ne peut pas y écrire.`,
    'Indiquez un autre dossier avec ESSAIM_DATA.',
  ],
  ENOSPC: () => explainFullDisk(),
  EDQUOT: () => explainFullDisk(),
  EMFILE: () => [
    'Essaim a atteint le nombre de fichiers que cette machine laisse ouvrir à la fois.',
    'Augmentez la limite « nofile » du service (LimitNOFILE dans systemd).',
  ],
  ECONNREFUSED: ({ address, port }) => [
    `Rien ne répond à l’adresse ${address ?? 'demandée'}${port === undefined ? '' : `, port ${port}`}.`,
    `Le serveur PostgreSQL est-il démarré ? ${wrongDatabaseUrl}`,
  ],
  ENOTFOUND: ({ hostname }) => [`Le nom « ${hostname ?? '?'} » n’existe pas sur le réseau.`, wrongDatabaseUrl],
  EAI_AGAIN: ({ hostname }) => [
    `Le nom « ${hostname ?? '?'} » n’a pas pu être cherché : le réseau ou le serveur de noms ne répond pas.`,
    wrongDatabaseUrl,
  ],
  ETIMEDOUT: () => ['Le serveur de base de données ne répond pas à temps.', wrongDatabaseUrl],
  ECONNRESET: () => ['Le serveur de base de données a coupé la connexion.', wrongDatabaseUrl],
  '28P01': explainRefusedSignIn,
  '28000': explainRefusedSignIn,
  '3D000': () => [
    'La base de données nommée dans DATABASE_URL n’existe pas.',
    'Créez-la (CREATE DATABASE), ou corrigez le nom à la fin de DATABASE_URL.',
  ],
  '42501': () => [
    'Le compte de DATABASE_URL n’a pas les droits nécessaires dans la base de données.',
    'Il doit en être propriétaire.',
  ],
  '53300': () => [
    'Le serveur PostgreSQL a atteint son nombre maximal de connexions.',
    'Fermez d’autres programmes, ou augmentez « max_connections » dans ses réglages.',
  ],
  '53100': () => explainFullDisk(),
  '57P03': () => ['Le serveur PostgreSQL démarre ou s’arrête.', 'Réessayez dans quelques instants.'],
};

/**
 * Lines in plain French for a failure that comes from the machine or the settings, or `null` when the failure is a bug
 * of ours (which deserves its stack trace in the log).
 */
export function explainHostError(error: unknown): string[] | null {
  for (const link of causesOf(error)) {
    if (link instanceof HostError) {
      return link.lines;
    }
    const failure = failureOf(link);
    if (failure === null) {
      continue;
    }
    if (isTlsFailure(failure)) {
      return explainTls(failure);
    }
    const explanation = explanations[failure.code];
    if (explanation) {
      return explanation(failure);
    }
  }
  return null;
}

/** The error, then what caused it: libraries wrap, and Node groups the attempts on several addresses of one name. */
function* causesOf(error: unknown): Generator {
  let link = error;
  for (let depth = 0; link instanceof Error && depth < 8; depth += 1) {
    yield link;
    if (link instanceof AggregateError) {
      yield* link.errors;
    }
    link = link.cause;
  }
}

function failureOf(error: unknown): Failure | null {
  if (!(error instanceof Error)) {
    return null;
  }
  const { code, address, port, path, hostname } = error as Error & Partial<Failure>;
  return { code: typeof code === 'string' ? code : '', message: error.message, address, port, path, hostname };
}

function isTlsFailure({ code, message }: Failure): boolean {
  return /^ERR_TLS|_CERT|_SIGNATURE/.test(code) || message === 'The server does not support SSL connections';
}

function explainRefusedAccess({ port, path }: Failure): string[] {
  if (port !== undefined) {
    return [
      `Le système n’autorise pas Essaim à écouter sur le port ${port}.`,
      'Les ports sous 1024 sont réservés : choisissez par exemple PORT=3000, derrière un serveur mandataire.',
    ];
  }
  return [
    `Essaim n’a pas le droit d’utiliser ${path === undefined ? 'un de ses fichiers' : `« ${path} »`}.`,
    'Vérifiez à quel compte appartient ce dossier, et démarrez Essaim avec ce compte.',
  ];
}

function explainFullDisk(): string[] {
  return ['Le disque est plein : Essaim ne peut plus rien enregistrer.', 'Libérez de la place, puis recommencez.'];
}

function explainRefusedSignIn(): string[] {
  return ['Le serveur PostgreSQL refuse ce compte ou ce mot de passe.', wrongDatabaseUrl];
}

function explainTls({ message }: Failure): string[] {
  return [
    `La connexion chiffrée au serveur de base de données n’a pas pu s’établir (${message}).`,
    'Vérifiez le paramètre « sslmode » à la fin de DATABASE_URL.',
  ];
}
