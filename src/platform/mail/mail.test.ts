import PostalMime from 'postal-mime';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startSmtpServer, type FakeSmtp, type SmtpMood } from '#tests/support/fakes/smtp-server.ts';
import { openCopyBuilder } from './build-copy.ts';
import { buildMail, type MailToBuild } from './build-mail.ts';
import type { MailCopy } from './mail-carrier.ts';
import { MailFailure } from './mail-failure.ts';
import { MailRefused } from './mail-refused.ts';
import { createMailTransport, mostConversations, readSmtpUrl, type MailTransport } from './mail-transport.ts';
import { unsubscribeMark } from './unsubscribe-mark.ts';

const probe = `"'><svg onload=x>{{7*7}}\${7*7}=1+1 \u202e𝕏`;

const letter = (change: Partial<MailToBuild> = {}): MailToBuild => ({
  id: '0197f3a2-0000-7000-8000-000000000001',
  date: Temporal.Instant.from('2026-03-04T05:06:07Z'),
  from: { address: 'bonjour@pole.exemple.fr', name: 'Le Pôle, « ESS »' },
  to: { address: 'camille@exemple.fr', name: 'Camille Le Goff' },
  replyTo: { address: 'equipe@pole.exemple.fr' },
  subject: 'Votre inscription à l’atelier',
  blocks: [
    { kind: 'paragraph', text: 'Bonjour,\nvotre place est retenue.' },
    { kind: 'heading', text: 'À savoir' },
    {
      kind: 'facts',
      rows: [
        ['Date', '4 mars 2026'],
        ['Lieu', 'Rennes'],
      ],
    },
    { kind: 'list', items: ['un carnet', 'un stylo'] },
    { kind: 'quote', text: 'Merci\nà bientôt', by: 'Nour' },
    {
      kind: 'item',
      title: 'Une actualité',
      href: 'https://pole.exemple.fr/actualites/une',
      facts: 'Samedi · gratuit',
      text: 'En deux mots.',
    },
    { kind: 'code', text: '482 913' },
    { kind: 'action', label: 'Voir mon inscription', href: 'https://pole.exemple.fr/agenda/atelier?a=1&b=2' },
  ],
  footer: ['Le Pôle, 1 rue des Lices, Rennes'],
  siteName: 'Le Pôle',
  siteUrl: 'https://pole.exemple.fr',
  colours: { brand: '#1f5f4a', onBrand: '#ffffff' },
  ...change,
});

let smtp: FakeSmtp;
let transport: MailTransport;
beforeAll(async () => {
  smtp = await startSmtpServer();
  transport = createMailTransport(smtp.url, { timeoutMs: 400 });
});
beforeEach(() => {
  smtp.behave('accepts');
  smtp.received.length = 0;
});
afterAll(async () => {
  transport.close();
  await smtp[Symbol.asyncDispose]();
});

async function arrived(mail: MailToBuild) {
  await transport.send(await buildMail(mail));
  const envelope = smtp.received.at(-1);
  if (!envelope) throw new Error('nothing arrived');
  return { envelope, parsed: await PostalMime.parse(envelope.raw), raw: envelope.raw.toString() };
}

async function failureOf(work: Promise<unknown>): Promise<MailFailure> {
  const error = await work.then(
    () => new Error('no failure'),
    (error: unknown) => error,
  );
  if (error instanceof MailFailure) return error;
  throw error;
}

describe('a copy of what is written to many', () => {
  const buildCopy = openCopyBuilder();
  const date = Temporal.Instant.from('2026-03-04T05:06:07Z');
  const html = `<p>À l’atelier ${'très long et sans fin '.repeat(9)}  \n.un point = seul</p><a href="${unsubscribeMark}">Fin</a>\n`;
  const copy: MailCopy = {
    id: '0197f3a2-0000-7000-8000-000000000001',
    to: { address: 'camille@exemple.fr', name: 'Camille "Cam" Le Goff' },
    fromName: 'Le Pôle, « ESS »',
    replyTo: 'equipe@pole.exemple.fr',
    title: `Une ressourcerie ouvre au Sel-de-Bretagne, ${'et ce n’est pas tout '.repeat(6)}`,
    html,
    text: `Fin : ${unsubscribeMark}\n.\nEncore ${unsubscribeMark}, ${probe}`,
    unsubscribeUrl: '',
    origin: 'https://pole.exemple.fr',
  };
  const sentTo = async (change: Partial<MailCopy>) => {
    await transport.send(buildCopy({ ...copy, ...change }, 'bonjour@pole.exemple.fr', date));
    const raw = smtp.received.at(-1)?.raw.toString() ?? '';
    return { raw, parsed: await PostalMime.parse(raw) };
  };

  test('says to each the same words, with the link of each', async () => {
    const urls = ['a', 'b'].map((reader) => `https://pole.exemple.fr/desabonnement/${reader.repeat(90)}?x=1&y=é`);
    for (const url of urls) {
      const { raw, parsed } = await sentTo({ unsubscribeUrl: url });
      const link = new URL(url).href;
      expect(parsed.html?.trimEnd()).toBe(html.trimEnd().replaceAll(unsubscribeMark, link));
      expect(parsed.text?.trimEnd()).toBe(copy.text.replaceAll(unsubscribeMark, link));
      expect(parsed).toMatchObject({
        messageId: `<${copy.id}@pole.exemple.fr>`,
        subject: copy.title,
        from: { address: 'bonjour@pole.exemple.fr', name: copy.fromName },
        to: [copy.to],
        replyTo: [{ address: copy.replyTo }],
        date: '2026-03-04T05:06:07.000Z',
      });
      const headers = Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value]));
      expect(headers).toMatchObject({
        precedence: 'bulk',
        'list-id': '<envois.pole.exemple.fr>',
        'list-unsubscribe': `<${link}>`,
        'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      });
      const body = raw.slice(raw.indexOf('\r\n\r\n')).split('\r\n');
      expect(Math.max(...body.map((line) => line.length))).toBeLessThanOrEqual(76);
    }
  });

  test('writes no header that its author did not mean', async () => {
    for (const change of [
      { title: 'a\r\nBcc: b@exemple.fr' },
      { to: { address: 'a@exemple.fr>\r\nBcc: b@exemple.fr', name: null } },
      { replyTo: 'a@exemple.fr, b@exemple.fr' },
      { unsubscribeUrl: 'javascript:alert(1)' },
    ])
      expect(() =>
        buildCopy({ ...copy, unsubscribeUrl: copy.origin, ...change }, 'bonjour@pole.exemple.fr', date),
      ).toThrow(MailRefused);
    const to = { address: 'a@exemple.fr', name: 'A\r\nBcc: b@exemple.fr' };
    const { raw } = await sentTo({ to, unsubscribeUrl: copy.origin });
    expect(raw).not.toMatch(/^bcc:/im);
  });
});

describe('a message', () => {
  test('says the same in HTML and in plain text', async () => {
    const { parsed } = await arrived(letter());
    for (const words of [
      'votre place est retenue',
      'À savoir',
      '4 mars 2026',
      'un carnet',
      'à bientôt',
      'Nour',
      'Samedi · gratuit',
      'En deux mots.',
      '482 913',
      'Voir mon inscription',
      '1 rue des Lices',
    ]) {
      expect(parsed.text).toContain(words);
      expect(parsed.html).toContain(words);
    }
    expect(parsed.text).toContain('https://pole.exemple.fr/agenda/atelier?a=1&b=2');
    expect(parsed.html).toContain('href="https://pole.exemple.fr/agenda/atelier?a=1&amp;b=2"');
    expect(parsed.text).toContain('> Merci\n> à bientôt');
  });

  test('has one title: its own, or its subject', async () => {
    const titles = (html = '') => [...html.matchAll(/<h1[^>]*>([^<]*)/g)].map((found) => found[1]);
    expect(titles((await arrived(letter())).parsed.html)).toEqual(['Votre inscription à l’atelier']);
    const own = await arrived(letter({ blocks: [{ kind: 'title', text: 'Bienvenue' }] }));
    expect(titles(own.parsed.html)).toEqual(['Bienvenue']);
    expect(own.parsed.text).toMatch(/^Bienvenue\n=+\n/);
  });

  test('carries the headers of an automatic message', async () => {
    const { parsed, envelope } = await arrived(
      letter({ headers: { 'X-Essaim-Hub': 'rennes' }, returnPath: 'retours+1@pole.exemple.fr' }),
    );
    const headers = Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value]));
    expect(parsed).toMatchObject({
      messageId: '<0197f3a2-0000-7000-8000-000000000001@pole.exemple.fr>',
      subject: 'Votre inscription à l’atelier',
      from: { address: 'bonjour@pole.exemple.fr', name: 'Le Pôle, « ESS »' },
      to: [{ address: 'camille@exemple.fr', name: 'Camille Le Goff' }],
      replyTo: [{ address: 'equipe@pole.exemple.fr' }],
      date: '2026-03-04T05:06:07.000Z',
    });
    expect(headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      'x-auto-response-suppress': 'All',
      'x-essaim-hub': 'rennes',
    });
    expect(headers).not.toHaveProperty('list-unsubscribe');
    expect(envelope).toMatchObject({ from: 'retours+1@pole.exemple.fr', to: ['camille@exemple.fr'] });
  });

  test('to a list can be left in one click', async () => {
    const { parsed } = await arrived(
      letter({
        unsubscribe: { url: 'https://pole.exemple.fr/infolettre/fin?jeton=abc', mailto: 'fin@pole.exemple.fr' },
      }),
    );
    const headers = Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value]));
    expect(headers).toMatchObject({
      precedence: 'bulk',
      'list-unsubscribe': '<https://pole.exemple.fr/infolettre/fin?jeton=abc>, <mailto:fin@pole.exemple.fr>',
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    });
    expect(parsed.text).toContain('https://pole.exemple.fr/infolettre/fin?jeton=abc');
  });

  test('fetches nothing and follows dark screens', async () => {
    const { parsed } = await arrived(letter());
    expect(parsed.html).not.toMatch(/<img|<link|url\(|@import|src=|<script/i);
    expect(parsed.html).toContain('prefers-color-scheme:dark');
    expect(parsed.html).toContain('<html lang="fr">');
  });

  test('escapes hostile words wherever they are', async () => {
    const blocks = letter().blocks.map((block) =>
      Object.fromEntries(
        Object.entries(block).map(([key, value]) => [
          key,
          key === 'kind' || key === 'href'
            ? value
            : key === 'items'
              ? [probe]
              : key === 'rows'
                ? [[probe, probe]]
                : probe,
        ]),
      ),
    ) as unknown as MailToBuild['blocks'];
    const { parsed, raw } = await arrived(
      letter({
        blocks,
        siteName: probe,
        subject: probe,
        footer: [probe],
        from: { address: 'a@exemple.fr', name: probe },
        to: { address: 'b@exemple.fr', name: probe },
      }),
    );
    expect(parsed.html).not.toContain('<svg');
    expect(parsed.html?.match(/&lt;svg onload=x>/g)?.length).toBeGreaterThan(10);
    expect(parsed.html).toContain('{{7*7}}');
    expect(parsed).toMatchObject({ subject: probe, from: { name: probe }, to: [{ address: 'b@exemple.fr' }] });
    expect(raw.split('\r\n\r\n')[0]).not.toContain('<svg');
  });

  test('carries attachments by content only', async () => {
    const { parsed } = await arrived(
      letter({
        attachments: [{ filename: 'atelier été.ics', content: 'BEGIN:VCALENDAR', contentType: 'text/calendar' }],
      }),
    );
    expect(parsed.attachments).toMatchObject([{ filename: 'atelier été.ics', mimeType: 'text/calendar' }]);
  });

  test.each<[string, Partial<MailToBuild>, string]>([
    ['a subject on two lines', { subject: 'Bonjour\r\nBcc: tous@exemple.fr' }, 'header'],
    ['a subject with a lone line feed', { subject: 'a\nb' }, 'header'],
    ['a subject with a line separator', { subject: 'a\u2028b' }, 'header'],
    ['a name on two lines', { to: { address: 'a@exemple.fr', name: 'A\r\nBcc: b@exemple.fr' } }, 'header'],
    ['a header on two lines', { headers: { 'X-A': 'a\r\nBcc: b@exemple.fr' } }, 'header'],
    ['a header name on two lines', { headers: { 'X-A\r\nBcc': 'b@exemple.fr' } }, 'header'],
    ['a header that is ours', { headers: { bcc: 'b@exemple.fr' } }, 'header'],
    ['an id that is no id', { id: 'a>\r\nBcc: b' }, 'header'],
    ['an address on two lines', { to: { address: 'a@exemple.fr\r\nBcc: b@exemple.fr' } }, 'address'],
    ['two addresses', { to: { address: 'a@exemple.fr, b@exemple.fr' } }, 'address'],
    ['an address in an address', { to: { address: '"a@exemple.fr x"@pirate.fr' } }, 'address'],
    ['an address that is an option', { replyTo: { address: 'a@exemple.fr>' } }, 'address'],
    ['a return path in two parts', { returnPath: 'a@b.fr> SIZE=1' }, 'address'],
    ['a link that runs', { blocks: [{ kind: 'action', label: 'x', href: 'javascript:alert(1)' }] }, 'link'],
    ['a relative link', { blocks: [{ kind: 'item', title: 'x', href: '/agenda' }] }, 'link'],
    ['a way out that is no link', { unsubscribe: { url: 'data:text/html,x' } }, 'link'],
    [
      'an attachment on two lines',
      { attachments: [{ filename: 'a\r\nb', content: '', contentType: 'text/plain' }] },
      'attachment',
    ],
    [
      'an attachment in a folder',
      { attachments: [{ filename: '../a', content: '', contentType: 'text/plain' }] },
      'attachment',
    ],
    [
      'an attachment that hides its end',
      { attachments: [{ filename: 'a\u202efdp.exe', content: '', contentType: 'text/plain' }] },
      'attachment',
    ],
  ])('%s is refused', async (_, change, reason) => {
    const error: unknown = await buildMail(letter(change)).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(MailRefused);
    expect(error).toMatchObject({ reason });
  });

  test('only takes colours as colours', async () => {
    await expect(buildMail(letter({ colours: { brand: 'red;}</style>', onBrand: '#ffffff' } }))).rejects.toThrow(
      RangeError,
    );
  });
});

describe('the transport', () => {
  const send = async () => transport.send(await buildMail(letter()));

  test.each<[string, SmtpMood, Partial<MailFailure>]>([
    [
      'an unknown mailbox',
      { step: 'recipient', reply: 550, text: '5.1.1 unknown' },
      { kind: 'permanent', replyCode: 550, statusCode: '5.1.1' },
    ],
    [
      'a refused content',
      { step: 'data', reply: 554, text: '5.7.1 spam' },
      { kind: 'permanent', replyCode: 554, statusCode: '5.7.1' },
    ],
    [
      'a greylisted recipient',
      { step: 'recipient', reply: 451, text: '4.7.1 later' },
      { kind: 'temporary', replyCode: 451 },
    ],
    [
      'a full server',
      { step: 'data', reply: 452, text: '4.3.1 full' },
      { kind: 'temporary', replyCode: 452, statusCode: '4.3.1' },
    ],
    ['a drop after the message', { drops: 'after_keeping' }, { kind: 'ambiguous' }],
    ['a drop after the message, not kept', { drops: 'before_keeping' }, { kind: 'ambiguous' }],
    ['a server that never answers the message', 'stalls', { kind: 'ambiguous' }],
  ])('%s', async (_, mood, expected) => {
    smtp.behave(mood);
    expect(await failureOf(send())).toMatchObject(expected);
    smtp.behave('accepts');
    const before = smtp.received.length;
    await new Promise((resolve) => setTimeout(resolve, 150));
    // A retry of nodemailer's own would show here.
    expect(smtp.received.length).toBe(before);
    expect((await send()).reply).toMatch(/^250/);
  });

  test('a drop in the middle of a large message is temporary: no server keeps half a message', async () => {
    smtp.behave({ drops: 'during_data' });
    const attachments = [
      { filename: 'gros.bin', content: Buffer.alloc(8_000_000, 'x'), contentType: 'application/octet-stream' },
    ];
    expect(await failureOf(transport.send(await buildMail(letter({ attachments }))))).toMatchObject({
      kind: 'temporary',
    });
  });

  test('a server that is not there is temporary', async () => {
    const nobody = createMailTransport('smtp://127.0.0.1:1', { timeoutMs: 300 });
    expect(await failureOf(nobody.send(await buildMail(letter())))).toMatchObject({ kind: 'temporary' });
    expect(await nobody.verify()).toContain('injoignable');
    nobody.close();
  });

  test('a wrong password is our fault, not the recipient’s', async () => {
    await using guarded = await startSmtpServer({ user: 'pole', password: 'juste' });
    const wrong = createMailTransport(`smtp://pole:faux@127.0.0.1:${guarded.port}?tls=non`);
    expect(await failureOf(wrong.send(await buildMail(letter())))).toMatchObject({ kind: 'temporary', replyCode: 535 });
    expect(await wrong.verify()).toContain('mot de passe');
    wrong.close();
    const right = createMailTransport(`smtp://pole:juste@127.0.0.1:${guarded.port}?tls=non`);
    expect(await right.verify()).toBeNull();
    right.close();
  });

  test('never gives a password to a server that cannot encrypt', async () => {
    await using guarded = await startSmtpServer({ user: 'pole', password: 'juste' });
    const transport = createMailTransport(`smtp://pole:juste@127.0.0.1:${guarded.port}`);
    expect(await failureOf(transport.send(await buildMail(letter())))).toMatchObject({ kind: 'temporary' });
    expect(guarded.received).toEqual([]);
    transport.close();
  });

  test('sends many over few connections', async () => {
    const before = smtp.connections();
    await Promise.all(
      Array.from({ length: 60 }, async (_, index) => transport.send(await buildMail(letter({ id: `mail-${index}` })))),
    );
    expect(new Set(smtp.received.map(({ messageId }) => messageId)).size).toBe(60);
    expect(smtp.connections() - before).toBeLessThanOrEqual(mostConversations);
  });
});

test('reads SMTP_URL, or says in French what it should be', () => {
  expect(readSmtpUrl('smtp://pole:a%40b@smtp.exemple.fr')).toMatchObject({
    host: 'smtp.exemple.fr',
    port: 587,
    secure: false,
    requireTLS: true,
    auth: { user: 'pole', pass: 'a@b' },
  });
  expect(readSmtpUrl('smtps://[2a01::1]')).toMatchObject({ host: '2a01::1', port: 465, secure: true, auth: undefined });
  for (const wrong of ['', 'smtp.exemple.fr', 'http://exemple.fr', 'smtp://', 'sendmail:/usr/sbin/sendmail']) {
    expect(() => readSmtpUrl(wrong)).toThrow('SMTP_URL');
  }
});
