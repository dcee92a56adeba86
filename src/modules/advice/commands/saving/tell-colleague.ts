import { preferredAddress } from '#modules/identity/index.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { entrustedMail } from '../../emails/team-mails.ts';
import type { AdviceLinks } from '../../links.ts';
import { paths } from '../../paths.ts';

/** Tells a colleague what was entrusted to her, unless she took it herself or mail does not reach her. */
export async function tellColleague(
  work: CommandContext,
  links: AdviceLinks,
  personId: string,
  ids: readonly string[],
): Promise<void> {
  const [only] = ids;
  if (personId === work.actor?.personId || only === undefined) return;
  const address = await preferredAddress(work.db, personId);
  if (!address) return;
  const path = ids.length === 1 ? paths.request(only) : `${paths.queue}?qui=moi`;
  const href = `${await links.originOf(work.hubId)}${path}`;
  await sendMail(
    work,
    entrustedMail({ to: { address, personId }, by: work.actor?.name ?? 'L’équipe', count: ids.length, href }),
  );
}
