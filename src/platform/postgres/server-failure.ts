import { HostError } from '#platform/host-errors/host-error.ts';

const knownFailures: [pattern: RegExp, message: string, hint: string][] = [
  [
    /No space left on device|Disk quota exceeded|could not write .*: Success/,
    'Le disque est plein : la base de données ne peut plus rien enregistrer.',
    'Libérez de la place, puis redémarrez Essaim.',
  ],
  [
    /Read-only file system/,
    'Le dossier de données est sur un disque en lecture seule.',
    'Indiquez un autre dossier avec ESSAIM_DATA.',
  ],
  [
    /Permission denied|wrong ownership|invalid permissions|Operation not permitted/,
    'PostgreSQL n’a pas le droit d’utiliser le dossier de données.',
    'Vérifiez que ce dossier appartient au compte qui démarre Essaim.',
  ],
  [
    /could not (create|map|resize) (anonymous )?shared memory|Cannot allocate memory|out of memory/,
    'Cette machine n’a pas assez de mémoire libre pour démarrer PostgreSQL.',
    'Fermez d’autres programmes, ou choisissez une machine d’au moins 1 Go de mémoire.',
  ],
  [
    /error while loading shared libraries|not found|GLIBC_|ENOENT|ENOEXEC|spawn .* EACCES/,
    'Les programmes de PostgreSQL fournis par npm ne fonctionnent pas sur ce système.',
    'Installez PostgreSQL 15 ou plus récent, puis indiquez son adresse dans DATABASE_URL.',
  ],
];

/** Turns what `initdb` or `postgres` printed into a message for the host; the last lines serve as a clue otherwise. */
export function explainServerFailure(summary: string, output: string): HostError {
  for (const [pattern, message, hint] of knownFailures) {
    if (pattern.test(output)) {
      return new HostError(message, { hint });
    }
  }
  const lastLines = output.trim().split('\n').slice(-4).join('\n');
  return new HostError(summary, { hint: lastLines === '' ? undefined : `Dernières lignes du serveur :\n${lastLines}` });
}
