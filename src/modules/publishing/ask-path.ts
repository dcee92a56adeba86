/** Where a question comes from: the form opens with it. */
export interface AskFrom {
  /** Who asks, as a door knows her. */
  profile?: string | undefined;
  /** Path of the page. */
  from?: string | undefined;
  subject?: string | undefined;
  /** What a self-check said, sent only if the reader sends the form. */
  selfCheck?: string | undefined;
}

/** The form to ask the hub, opened with the words of the page it is reached from. */
export function askPath({ profile, from, subject, selfCheck }: AskFrom): string {
  const query = new URLSearchParams();
  if (profile) query.set('vous', profile);
  if (from) query.set('de', from);
  if (subject) query.set('sujet', subject);
  if (selfCheck) query.set('bilan', selfCheck);
  const text = query.toString();
  return text ? `/contact?${text}` : '/contact';
}

/** « 02 61 91 00 00 » as a link that calls. */
export function telephoneHref(phone: string): string {
  return `tel:${phone.replaceAll(/[^+\d]/g, '')}`;
}
