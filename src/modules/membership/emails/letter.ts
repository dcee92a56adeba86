import type { OutgoingMail } from '#platform/mail/send-mail.ts';

/** What every letter about memberships says of the hub and of who reads. */
export interface Told {
  readonly hub: { readonly name: string; readonly email: string | null };
  readonly to: string;
  readonly name: string;
  readonly href: string;
}

/** A letter about memberships: who reads it, who answers, its greeting, and one button. */
export function letter(
  told: Told,
  {
    kind,
    subject,
    says,
    button,
    after = [],
  }: { kind: string; subject: string; says: readonly string[]; button: string; after?: readonly string[] },
): OutgoingMail {
  return {
    kind: `membership.${kind}`,
    to: { address: told.to, name: told.name },
    ...(told.hub.email ? { replyTo: told.hub.email } : {}),
    subject,
    body: {
      paragraphs: [told.name ? `Bonjour ${told.name},` : 'Bonjour,', ...says],
      action: { label: button, href: told.href },
      ...(after.length > 0 ? { after: [...after] } : {}),
    },
  };
}
