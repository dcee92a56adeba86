import { formatDate, plural } from '#platform/french/index.ts';
import type { OutgoingMail } from '#platform/mail/send-mail.ts';

/** « Trois fiches à relire », with the address of each. */
export function reviewsDueMail({
  due,
  hubName,
}: {
  due: readonly { title: string; href: string; on: Temporal.PlainDate }[];
  hubName: string;
}): Pick<OutgoingMail, 'subject' | 'body'> {
  const [first] = due;
  const count = plural(due.length, 'fiche à relire', 'fiches à relire');
  return {
    subject: due.length === 1 && first ? `À relire : « ${first.title} »` : count,
    body: {
      paragraphs: [
        'Bonjour,',
        `Ce mois-ci, ${hubName} vous demande de relire ce que vous avez écrit. Les règles changent, les adresses aussi : cinq minutes par fiche suffisent.`,
        ...due.map(({ title, href, on }) => `« ${title} », à relire le ${formatDate(on)} : ${href}`),
      ],
      ...(first
        ? { action: { label: due.length === 1 ? 'Ouvrir la fiche' : 'Ouvrir la première', href: first.href } }
        : {}),
      after: [
        'Tout est juste ? Connectez-vous : un bouton « Toujours juste », en bas de la fiche, la remet à jour pour un an. Sinon, « Proposer une correction » suffit.',
      ],
    },
  };
}
