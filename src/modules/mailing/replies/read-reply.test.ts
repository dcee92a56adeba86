import { expect, test } from 'vitest';
import { links } from '../testing/builders.ts';
import { ownWords } from './own-words.ts';
import { readReply } from './read-reply.ts';
import { copyAnswered, replyAddress } from './reply-address.ts';

const hub = '01980000-0000-7000-8000-000000000001';
const copy = '01980000-0000-7000-8000-0000000000ff';
const mail = (headers: string[], body: string): Uint8Array =>
  Buffer.from(
    ['From: Lou <lou@ici.example>', 'To: reponses@pole.example', 'Message-ID: <1@ici>', ...headers, '', body].join(
      '\r\n',
    ),
  );

test('a copy has one address to be answered at, that nobody makes up and no server spoils', () => {
  const address = replyAddress(links, hub, 'reponses-du-pole-ess@pole.example', copy);
  expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
  expect(copyAnswered(links, hub, address.toUpperCase())).toBe(copy);
  expect(copyAnswered(links, copy, address)).toBeNull();
  const at = address.indexOf('+') + 1;
  for (const place of [at, at + 20, address.indexOf('@') - 1]) {
    const other = address[place] === 'a' ? 'b' : 'a';
    expect(copyAnswered(links, hub, address.slice(0, place) + other + address.slice(place + 1))).toBeNull();
  }
  expect(copyAnswered(links, hub, 'reponses@pole.example')).toBeNull();
});

test('of a message only what its author wrote is kept', () => {
  expect(
    ownWords('Oui, avec joie !\n\nLou\n\nLe mar. 3 mars 2026 à 10:12, Pôle <a@b.example> a écrit :\n> Venez'),
  ).toBe('Oui, avec joie !\n\nLou');
  expect(ownWords('Oui.\nLe mardi 3 mars 2026 à 10:12, Pôle ESS\n<a@b.example> a écrit :\nVenez')).toBe('Oui.');
  expect(ownWords('Merci\n\n-----Message d’origine-----\nDe : Pôle <a@b.example>\nVenez')).toBe('Merci');
  expect(ownWords('> Venez ?\nOui\n> Quand ?\nSamedi\n-- \nLou, 06')).toBe('Oui\nSamedi');
  // « Le » begins many sentences, « De : » a list.
  expect(ownWords('Le jardin a écrit :\nune page')).toBe('Le jardin a écrit :\nune page');
  const started = performance.now();
  ownWords(`Le ${'a '.repeat(200_000)}`);
  ownWords('Le a\n'.repeat(50_000));
  expect(performance.now() - started).toBeLessThan(2_000);
});

test('what machines send is no reply', async () => {
  for (const header of [
    'Auto-Submitted: auto-replied',
    'Precedence: bulk',
    'X-Autoreply: yes',
    'Return-Path: <>',
    'List-Id: <liste.example>',
    'Content-Type: multipart/report; boundary=b',
  ])
    expect(await readReply(mail([header], 'Je suis absente.')), header).toBeNull();
  expect(await readReply(mail(['Auto-Submitted: no'], 'Je suis là.'))).toMatchObject({ body: 'Je suis là.' });
});

test('an absence told in the title alone is no reply; what somebody writes about an absence is one', async () => {
  const titled = (title: string) =>
    readReply(mail([`Subject: =?utf-8?b?${Buffer.from(title).toString('base64')}?=`], 'Je reviens lundi.'));
  for (const title of [
    'Réponse automatique : Un café ouvre',
    'R\u0065\u0301ponse automatique\u00a0: Un café ouvre',
    'RÉPONSE AUTOMATIQUE',
    'Absence du bureau',
    'Absence du bureau : Re: Un café ouvre',
    'Absent(e) du bureau : Un café ouvre',
    'Message d’absence',
    'Out of office',
    'Out of the Office: Un café ouvre',
    'Automatic reply: Un café ouvre',
    '[Auto-Reply] Un café ouvre',
  ])
    expect(await titled(title), title).toBeNull();
  for (const title of [
    'Re: Un café ouvre',
    'Re: Absence du bureau à l’assemblée',
    'Absence du bureau de l’association samedi',
    'Une réponse automatique à vos appels ?',
    'Automatic replying machines',
    '',
  ])
    expect(await titled(title), title).toMatchObject({ body: 'Je reviens lundi.' });
});

test('a hostile message gives words at most: no markup, no hidden sign, no file, no endless reading', async () => {
  const html = await readReply(
    mail(
      ['Content-Type: text/html; charset=utf-8', 'Subject: =?utf-8?q?Re:_Caf=C3=A9=0D=0ABcc:_x?='],
      '<style>p{}</style><p>Bonjour <script>alert(1)</script><img src=x onerror=alert(2)>à\u202Evous</p><p>Lou</p>',
    ),
  );
  expect(html?.body).toBe('Bonjour àvous\nLou');
  expect(html?.title).not.toMatch(/[\r\n]/);
  const parts = [
    '--b\r\nContent-Type: text/plain\r\n\r\nVoici la photo.\r\n',
    '--b\r\nContent-Type: image/svg+xml; name=a.svg\r\nContent-Disposition: attachment; filename=../../a.svg\r\n\r\n<svg/>\r\n',
    '--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: dedans\r\n\r\nAutre\r\n--b--',
  ];
  expect(await readReply(mail(['Content-Type: multipart/mixed; boundary=b'], parts.join('')))).toMatchObject({
    body: 'Voici la photo.',
    filesLeft: 2,
  });
  // A sign that turns the order of a line would make one sender look like another on the page of replies.
  const turned = Buffer.from('From: <elpmaxe.eloc\u202eop@mal.example>\r\nTo: r@pole.example\r\n\r\nBonjour');
  expect((await readReply(turned))?.sender).toBe('elpmaxe.elocop@mal.example');
  const nested = Array.from(
    { length: 300 },
    (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
  );
  expect(await readReply(mail(['Content-Type: multipart/mixed; boundary=b0'], nested.join('')))).toBeNull();
  expect(await readReply(mail([`X-A: ${'a'.repeat(300_000)}`], 'Bonjour'))).toBeNull();
  expect(await readReply(Buffer.alloc(15_000_001, 'a'))).toBeNull();
  expect(await readReply(Buffer.from([0, 1, 2, 255]))).toBeNull();
  expect((await readReply(mail([], 'mot '.repeat(90_000))))?.body.length).toBeLessThanOrEqual(10_000);
});
