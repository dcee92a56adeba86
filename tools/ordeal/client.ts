import { randomUUID } from 'node:crypto';

/** A person's browser, without the browser: keeps its cookies, sends forms as pages of the site do. */
export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, fields: Record<string, string> | FormData, headers?: Record<string, string>): Promise<Answer>;
  /** The site starts again elsewhere: same person, same cookies. */
  moveTo(origin: string): void;
}

export interface Answer {
  status: number;
  location: string | null;
  text: string;
  ms: number;
}

const patience = 30_000;

export function openClient(start: string): Client {
  let origin = start;
  const cookies = new Map<string, string>();

  async function send(path: string, init: RequestInit): Promise<Answer> {
    const startedAt = performance.now();
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string>) };
    const response = await fetch(origin + path, {
      ...init,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) cookies.delete(name);
      else cookies.set(name, pair.slice(name.length + 1));
    }
    return {
      status: response.status,
      location: response.headers.get('location'),
      text: await response.text(),
      ms: performance.now() - startedAt,
    };
  }

  return {
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, fields, headers = {}) =>
      send(path, {
        method: 'POST',
        body: fields instanceof FormData ? fields : new URLSearchParams(fields),
        headers: { origin, 'sec-fetch-site': 'same-origin', ...headers },
      }),
    moveTo(next) {
      origin = next;
    },
  };
}

/** Enters through the link printed at the first start. */
export async function enterByLink(client: Client, path: string | null): Promise<void> {
  if (!path) throw new Error('the site printed no sign-in link');
  const answer = await client.post(path, { _cle: randomUUID() });
  if (answer.status !== 303) throw new Error(`the sign-in link answered ${answer.status}`);
  const office = await client.get('/gestion');
  if (office.status !== 200) throw new Error(`the back office answered ${office.status}`);
}

/** A key for a form: a UUIDv7, as pages write them. */
export function formKey(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  const random = randomUUID().replaceAll('-', '');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(13, 16)}-${random.slice(16, 20)}-${random.slice(20)}`;
}
