import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, startHttpServer, type HttpServer } from './http-server.ts';

export type S3Server = HttpServer & {
  /** What FILES_URL would be for the bucket `essaim`. */
  filesUrl: string;
  objects: Map<string, { body: Buffer; contentType: string; writtenAt: Date }>;
  /** Makes the next writes fail with this S3 error code and status. */
  failWrites(failure: { code: string; status: number } | null): void;
};

/** As much of the S3 protocol as one bucket needs: Put, Get, Head, Delete, ListObjectsV2 (pages of two). */
export async function startS3Server(): Promise<S3Server> {
  const objects: S3Server['objects'] = new Map();
  let failure: { code: string; status: number } | null = null;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://s3');
    const [, bucket, ...rest] = decodeURIComponent(url.pathname).split('/');
    const key = rest.join('/');
    if (bucket !== 'essaim') return refuse(response, 404, 'NoSuchBucket');
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=CLE/'))
      return refuse(response, 403, 'AccessDenied');
    if (request.method === 'GET' && key === '') return list(response, url.searchParams);
    const found = objects.get(key);
    switch (request.method) {
      case 'PUT': {
        const body = await bodyOf(request);
        if (failure) return refuse(response, failure.status, failure.code);
        if (body.length !== Number(request.headers['content-length'])) return refuse(response, 400, 'IncompleteBody');
        objects.set(key, { body, contentType: request.headers['content-type'] ?? '', writtenAt: new Date() });
        response.writeHead(200, { etag: etag(body) }).end();
        return;
      }
      case 'GET':
      case 'HEAD': {
        if (!found) return refuse(response, 404, 'NoSuchKey');
        const headers = {
          'content-length': found.body.length,
          'content-type': found.contentType,
          etag: etag(found.body),
          'last-modified': found.writtenAt.toUTCString(),
        };
        response.writeHead(200, headers).end(request.method === 'GET' ? found.body : undefined);
        return;
      }
      case 'DELETE':
        objects.delete(key);
        response.writeHead(204).end();
        return;
      default:
        refuse(response, 405, 'MethodNotAllowed');
    }
  }

  function list(response: ServerResponse, query: URLSearchParams): void {
    const after = query.get('continuation-token') ?? '';
    const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after).sort();
    const page = keys.slice(0, 2);
    const contents = page.map((key) => {
      const { body, writtenAt } = objects.get(key) ?? { body: Buffer.alloc(0), writtenAt: new Date(0) };
      return `<Contents><Key>${key}</Key><Size>${body.length}</Size><LastModified>${writtenAt.toISOString()}</LastModified></Contents>`;
    });
    const next = keys.length > page.length ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
    response
      .writeHead(200, { 'content-type': 'application/xml' })
      .end(
        `<?xml version="1.0"?><ListBucketResult><IsTruncated>${next !== ''}</IsTruncated>${contents.join('')}${next}</ListBucketResult>`,
      );
  }

  const server = await startHttpServer(answer);
  return Object.assign(server, {
    filesUrl: `s3://CLE:SECRET@127.0.0.1:${server.port}/essaim?region=fr-par&tls=non`,
    objects,
    failWrites: (next: typeof failure) => {
      failure = next;
    },
  });
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
}

const etag = (body: Buffer) => `"${createHash('md5').update(body).digest('hex')}"`;
