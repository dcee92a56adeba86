import type { StartedSite } from '../../tests/support/started-site.ts';

/** The employee of a started site, as her browser holds her session. */
export interface OfficeSession {
  get(path: string): Promise<Response>;
  /** Sends a form with the fields and the key that its page holds. */
  post(path: string, fields: Readonly<Record<string, string | File>>): Promise<Response>;
}

/** Follows the first sign-in link that the site printed. */
export async function openOfficeSession(site: StartedSite): Promise<OfficeSession> {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(site.origin + path, {
      redirect: 'manual',
      ...init,
      headers: {
        origin: site.origin,
        'sec-fetch-site': 'same-origin',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  const session: OfficeSession = {
    get: (path) => send(path),
    post(path, fields) {
      const body = new FormData();
      body.set('_cle', crypto.randomUUID());
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      return send(path, { method: 'POST', body });
    },
  };
  const link = site.signInPath;
  if (!link) throw new Error('the site printed no sign-in link');
  await (await session.get(link)).arrayBuffer();
  await (await session.post(link, {})).arrayBuffer();
  const office = await session.get('/gestion/personnes');
  await office.arrayBuffer();
  if (office.status !== 200) throw new Error(`the sign-in link opened nothing: ${office.status}`);
  return session;
}
