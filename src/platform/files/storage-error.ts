/** The disk, the quota or the bucket is full: nothing was written, and a later attempt may succeed. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull';

  constructor(options?: ErrorOptions) {
    super('L’espace de stockage est plein. Rien n’a été enregistré : libérez de la place, puis recommencez.', options);
  }
}

/** The key designates no file. */
export class FileMissing extends Error {
  override readonly name = 'FileMissing';

  constructor(options?: ErrorOptions) {
    super('Ce fichier est introuvable.', options);
  }
}

/** The same failure under its typed name when it has one: libraries bury the code of the system or of S3 in causes. */
export function storageError(error: unknown): unknown {
  for (let link = error; link instanceof Error; link = link.cause) {
    const { code, name, $metadata } = link as Error & { code?: string; $metadata?: { httpStatusCode?: number } };
    const status = $metadata?.httpStatusCode;
    if (fullCodes.has(code ?? name) || fullCodes.has(name) || status === 507) return new StorageFull({ cause: error });
    if (code === 'ENOENT' || name === 'NoSuchKey' || status === 404) return new FileMissing({ cause: error });
  }
  return error;
}

const fullCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'QuotaExceeded', 'XMinioStorageFull', 'EntityTooLarge']);
