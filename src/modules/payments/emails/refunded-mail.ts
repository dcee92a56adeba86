import { formatMoney } from '#platform/french/index.ts';
import type { OutgoingMail } from '#platform/mail/send-mail.ts';
import { wayNames, type Way } from '../domain/ways.ts';

/** To whoever paid: the sum is on its way back, and how. What HelloAsso gives back, it tells itself. */
export function refundedMail(
  to: { address: string; name: string },
  { amount, way, label, replyTo }: { amount: number; way: Way; label: string; replyTo: string | null },
): OutgoingMail {
  return {
    kind: 'payments.refunded',
    to,
    ...(replyTo ? { replyTo } : {}),
    subject: `${formatMoney(amount)} vous sont rendus`,
    body: {
      paragraphs: [
        `Bonjour ${to.name},`,
        `Nous vous rendons ${formatMoney(amount)} (${wayNames[way].toLowerCase()}), payés pour « ${label} ».`,
        'Vous n’avez rien à faire. Une question ? Répondez à ce mail.',
      ],
    },
  };
}
