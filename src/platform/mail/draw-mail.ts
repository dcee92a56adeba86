import { withSafeLinks, type MailBlock } from './mail-block.ts';
import { safeLink } from './mail-headers.ts';
import { mailHtml, type MailColours } from './mail-page.tsx';
import { mailText } from './mail-text.ts';
import { unsubscribeMark } from './unsubscribe-mark.ts';

export interface MailToDraw {
  title: string;
  preview: string;
  blocks: readonly MailBlock[];
  /** Who writes and why, one sentence a line. */
  footer: readonly string[];
  siteName: string;
  siteUrl: string;
  colours: MailColours;
  /** The same words on the site, when they are in its archive. */
  online?: string;
}

export { unsubscribeMark };

/** A mail to many, drawn once as HTML and as text. */
export interface DrawnMail {
  html: string;
  text: string;
}

/** Draws what every reader receives; `buildCopy` puts the link of each. @throws MailRefused */
export async function drawMail(mail: MailToDraw): Promise<DrawnMail> {
  const blocks = mail.blocks.map(withSafeLinks);
  const online = mail.online === undefined ? undefined : safeLink(mail.online);
  const footer = online === undefined ? mail.footer : [...mail.footer, `Lire sur le site\u00a0: ${online}`];
  return {
    html: await mailHtml({
      siteName: mail.siteName,
      siteUrl: safeLink(mail.siteUrl),
      subject: mail.title,
      preview: mail.preview,
      blocks,
      footer: mail.footer,
      colours: mail.colours,
      unsubscribe: unsubscribeMark,
      ...(online === undefined ? {} : { online }),
    }),
    text: mailText(blocks, footer, unsubscribeMark),
  };
}
