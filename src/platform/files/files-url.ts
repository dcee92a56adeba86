import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HostError } from '#platform/host-errors/host-error.ts';

export type FilesPlace =
  | { kind: 'folder'; path: string }
  | { kind: 's3'; endpoint: string; region: string; bucket: string; accessKey: string; secretKey: string };

/**
 * Reads FILES_URL: an absolute path, `file:///var/lib/essaim/fichiers`, or
 * `s3://KEY:SECRET@s3.fr-par.scw.cloud/bucket?region=fr-par` (`&tls=non` for a server on the same machine).
 * @throws HostError
 */
export function readFilesUrl(text: string): FilesPlace {
  if (isAbsolute(text)) return { kind: 'folder', path: text };
  const url = URL.parse(text);
  if (url?.protocol === 'file:' && url.host === '') return { kind: 'folder', path: fileURLToPath(url) };
  const bucket = url?.pathname.slice(1).replace(/\/$/, '') ?? '';
  if (
    url?.protocol !== 's3:' ||
    !url.host ||
    !url.username ||
    !url.password ||
    !/^[a-z0-9][a-z0-9.-]{2,62}$/.test(bucket)
  ) {
    throw new HostError('FILES_URL n’est pas lisible.', {
      hint: 'Indiquez un dossier (/var/lib/essaim/fichiers) ou un stockage S3 (s3://CLÉ:SECRET@serveur/bac?region=fr-par).',
    });
  }
  return {
    kind: 's3',
    endpoint: `${url.searchParams.get('tls') === 'non' ? 'http' : 'https'}://${url.host}`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    bucket,
    accessKey: decodeURIComponent(url.username),
    secretKey: decodeURIComponent(url.password),
  };
}
