import type { OutgoingMail } from '#platform/mail/send-mail.ts';

interface Asked {
  hubName: string;
  href: string;
  occasion: string;
  /** Name of the child, when the mail goes to whoever answers for her. */
  childName: string;
  isReminder: boolean;
}

/** Asks for the agreement to show a photo: the picture is on the page, not in the mail. */
export function askAgreementMail({
  hubName,
  href,
  occasion,
  childName,
  isReminder,
}: Asked): Pick<OutgoingMail, 'subject' | 'body'> {
  const whom = childName ? `${childName} y est reconnaissable` : 'vous y êtes reconnaissable';
  const when = occasion ? `, prise à l’occasion de « ${occasion} »` : '';
  return {
    subject: `${isReminder ? 'Rappel : une' : 'Une'} photo ${childName ? `de ${childName}` : 'de vous'}, avec votre accord ?`,
    body: {
      paragraphs: [
        'Bonjour,',
        `${hubName} aimerait montrer une photo${when} : ${whom}. Nous ne la montrerons pas sans votre accord.`,
        'Ce bouton ouvre la photo et la question. Deux clics suffisent, sans compte.',
      ],
      action: { label: 'Voir la photo et répondre', href },
      after: [
        'Gardez ce mail : le même lien vous permettra de retirer votre accord quand vous voudrez, et la photo disparaîtra aussitôt.',
        'Sans réponse de votre part, la photo reste cachée.',
      ],
    },
  };
}
