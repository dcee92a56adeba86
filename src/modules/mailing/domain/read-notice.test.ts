import { expect, test } from 'vitest';
import { readNotice } from './read-notice.ts';

const id = '0197f3a2-0000-7000-8000-000000000001';
const returned = (fields: string): string =>
  [
    'From: MAILER-DAEMON@mx.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    fields,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID:\r\n <${id}@pole.example>`,
    '--b--',
  ].join('\r\n');

test('an address that does not exist is told for good, with our message', () => {
  expect(
    readNotice(
      returned('Final-Recipient: rfc822;\r\n <Parti@D.example>\r\nAction: failed\r\nStatus: 5.1.1 (no such user)'),
    ),
  ).toEqual({ kind: 'hard', code: '5.1.1', recipients: ['parti@d.example'], messageIds: [id] });
});

test('a full box or a delay may pass', () => {
  expect(readNotice(returned('Final-Recipient: rfc822; a@d.example\nAction: failed\nStatus: 5.2.2'))?.kind).toBe(
    'soft',
  );
  expect(readNotice(returned('Final-Recipient: rfc822; a@d.example\nAction: delayed\nStatus: 4.4.1'))?.kind).toBe(
    'soft',
  );
});

test('a complaint is one, whatever else is said', () => {
  expect(
    readNotice(
      `Content-Type: message/feedback-report\n\nFeedback-Type: abuse\nOriginal-Rcpt-To: <a@d.example>\n\nMessage-ID: <${id}@pole.example>`,
    ),
  ).toEqual({ kind: 'complaint', code: '', recipients: ['a@d.example'], messageIds: [id] });
});

test('an answer, an absence message, a receipt, a hostile text say nothing', () => {
  for (const text of [
    'Subject: Re: votre lettre\n\nMerci !',
    'Subject: Absence\nAuto-Submitted: auto-replied\n\nJe reviens lundi. Status: 5.1.1',
    returned('Final-Recipient: rfc822; a@d.example\nAction: delivered\nStatus: 2.0.0'),
    'a\n '.repeat(200_000),
    '',
  ])
    expect(readNotice(text)).toBeNull();
});
