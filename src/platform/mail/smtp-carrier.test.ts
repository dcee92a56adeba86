import { expect, test } from 'vitest';
import { startSmtpServer } from '#tests/support/fakes/smtp-server.ts';
import type { Letter } from './mail-carrier.ts';
import { createMailTransport } from './mail-transport.ts';
import { readableOn } from './readable-on.ts';
import { createSmtpCarrier } from './smtp-carrier.ts';

const letter: Letter = {
  id: '0197f3a2-0000-7000-8000-000000000001',
  to: { address: 'camille@exemple.fr', name: null },
  replyTo: 'nour@exemple.fr',
  subject: 'Un message pour vous',
  attachments: [],
  body: {
    paragraphs: ['Bonjour,'],
    quote: { text: 'Avez-vous un local ?', by: 'Nour' },
    action: { label: 'Répondre', href: 'https://pole.exemple.fr/messages/1' },
    after: ['Ce lien vaut une heure.'],
  },
  hub: { name: 'Le Pôle', origin: 'https://pole.exemple.fr', brandColor: '#1f5f4a', footer: 'Le Pôle, Rennes' },
};

test('tells what became of a letter', async () => {
  await using smtp = await startSmtpServer();
  const transport = createMailTransport(smtp.url, { timeoutMs: 300 });
  const carrier = createSmtpCarrier(transport, 'bonjour@pole.exemple.fr', () =>
    Temporal.Instant.from('2026-03-04T05:06:07Z'),
  );

  expect(await carrier.carry(letter)).toEqual({ result: 'sent' });
  expect(smtp.received[0]).toMatchObject({ to: ['camille@exemple.fr'], messageId: `<${letter.id}@pole.exemple.fr>` });

  smtp.behave({ step: 'recipient', reply: 550, text: '5.1.1 camille@exemple.fr unknown' });
  const refused = await carrier.carry(letter);
  expect(refused).toEqual({
    result: 'refused',
    why: 'Le serveur de messagerie a refusé ce message pour de bon. (5.1.1)',
    code: '5.1.1',
  });

  smtp.behave({ step: 'data', reply: 451, text: 'later' });
  expect(await carrier.carry(letter)).toMatchObject({ result: 'later' });

  smtp.behave({ drops: 'after_keeping' });
  expect(await carrier.carry(letter)).toMatchObject({ result: 'uncertain' });

  expect(await carrier.carry({ ...letter, subject: 'a\nBcc: b@exemple.fr' })).toMatchObject({ result: 'refused' });
  carrier.close();
});

test('the words of a button can be read on it', () => {
  expect(['#000000', '#1f5f4a', '#b00020', '#ffd54f', '#ffffff'].map(readableOn)).toEqual([
    '#ffffff',
    '#ffffff',
    '#ffffff',
    '#14171f',
    '#14171f',
  ]);
});
