import { expect, test } from 'vitest';
import { examineMail } from './examine-mail.ts';

const sending = { smtpUrl: 'smtp://smtp.exemple.fr', mailFrom: 'Le Pôle <bonjour@pole.exemple.fr>' };
const answers =
  (records: Record<string, string[]>) =>
  async (name: string): Promise<string[]> =>
    records[name] ?? [];
const verify = async (): Promise<null> => null;

test('what a domain lacks is told with what to write', async () => {
  const findings = await examineMail(sending, { verify, dnsText: answers({}) });
  expect(findings.map(({ isWell }) => isWell)).toEqual([true, false, true, false]);
  expect(findings[3]?.text).toContain('_dmarc.pole.exemple.fr');
});

test('a domain well set is told so', async () => {
  const dnsText = answers({
    'pole.exemple.fr': ['v=spf1 include:spf.exemple.fr -all'],
    '_dmarc.pole.exemple.fr': ['v=DMARC1; p=none'],
    'mail._domainkey.pole.exemple.fr': ['v=DKIM1; k=rsa; p=MIGfMA0'],
  });
  const findings = await examineMail(sending, { verify, dnsText });
  expect(findings.every(({ isWell }) => isWell)).toBe(true);
  expect(findings.map(({ text }) => text).join()).not.toContain('aucune clé');
});

test('without network nothing is called wrong; a server that refuses is', async () => {
  const offline = await examineMail(sending, { verify, dnsText: async () => null });
  expect(offline.map(({ isWell }) => isWell)).toEqual([true, true]);
  const refused = await examineMail(sending, { verify: async () => 'Refusé.', dnsText: async () => null });
  expect(refused[0]).toEqual({ isWell: false, text: 'Refusé.' });
  expect(await examineMail({ ...sending, smtpUrl: null }, { verify, dnsText: answers({}) })).toHaveLength(1);
});
