import type { OutgoingMail } from '#platform/mail/send-mail.ts';

export interface AcceptedSuggestion {
  kind: 'new' | 'correction';
  isPartial: boolean;
  name: string;
  href: string;
  answer: string;
  hubName: string;
}

/** Thanks the person whose proposal is now in the directory. */
export function suggestionAcceptedMail({
  kind,
  isPartial,
  name,
  href,
  answer,
  hubName,
}: AcceptedSuggestion): Pick<OutgoingMail, 'subject' | 'body'> {
  const done =
    kind === 'new'
      ? `Vous nous avez fait connaître « ${name} » : la fiche est maintenant dans l’annuaire.`
      : `La fiche « ${name} » a été corrigée grâce à vous.`;
  return {
    subject: kind === 'new' ? `« ${name} » est dans l’annuaire` : `La fiche « ${name} » est corrigée`,
    body: {
      paragraphs: [
        'Bonjour,',
        done,
        ...(isPartial ? ['Nous avons gardé une partie de ce que vous proposiez.'] : []),
        'Merci de tenir l’annuaire vivant avec nous !',
      ],
      ...(answer ? { quote: { text: answer, by: hubName } } : {}),
      action: { label: 'Voir la fiche', href },
    },
  };
}
