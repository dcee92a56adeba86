import type { OutgoingMail } from '#platform/mail/send-mail.ts';

/** Thanks whoever gives a hand, with her hours and the link to change them. */
export function volunteerMail({
  event,
  hubName,
  shifts,
  leftOut,
  href,
}: {
  event: string;
  hubName: string;
  shifts: readonly string[];
  /** At the same time as others of hers. */
  leftOut: readonly string[];
  href: string;
}): Pick<OutgoingMail, 'subject' | 'body'> {
  return {
    subject: `Merci de votre coup de main à « ${event} »`,
    body: {
      paragraphs: [
        'Bonjour,',
        ...(shifts.length > 0 ? [`Merci ! ${hubName} compte sur vous à « ${event} » :`] : []),
        ...shifts.map((shift) => `– ${shift}`),
        ...(leftOut.length > 0 ? ['En même temps que d’autres de vos moments, donc pas noté :'] : []),
        ...leftOut.map((shift) => `– ${shift}`),
      ],
      action: { label: 'Voir mes moments', href },
      after: [
        'Un empêchement ? Libérez votre place par ce lien, qui est personnel.',
        'Si vous n’avez rien demandé, ignorez ce message ou libérez la place.',
      ],
    },
  };
}
