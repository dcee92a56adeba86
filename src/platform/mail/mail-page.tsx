import { renderToStringAsync } from 'preact-render-to-string';
import type { MailBlock } from './mail-block.ts';
import { MailPiece, MailTitle, type PieceColours } from './mail-pieces.tsx';
import { shadesOf, sheet, sheetInDark, type MailShades } from './mail-shades.ts';

/** Colours of the hub as `#rrggbb`: what stands out, and what is read on it. */
export type MailColours = { brand: string; onBrand: string };

export type MailPage = {
  siteName: string;
  siteUrl: string;
  subject: string;
  blocks: readonly MailBlock[];
  footer: readonly string[];
  colours: MailColours;
  unsubscribe: string | undefined;
  /** What mail programs show after the title in their list. */
  preview?: string;
  /** The same words on the site. */
  online?: string;
};

const font = "'Atkinson Hyperlegible Next','Segoe UI',system-ui,-apple-system,Roboto,Helvetica,Arial,sans-serif";

/**
 * The HTML of a mail: one column, readable with pictures and styles removed. Mail programs know no
 * style sheet but this one, hence the inline styles that pages of the site may not have.
 */
export async function mailHtml(page: MailPage): Promise<string> {
  const brand = hex(page.colours.brand);
  const shades = shadesOf(brand);
  const colours = { brand, onBrand: hex(page.colours.onBrand), link: shades.link };
  return `<!doctype html>${await renderToStringAsync(<Letter page={page} colours={colours} shades={shades} />)}`;
}

function Letter({ page, colours, shades }: { page: MailPage; colours: PieceColours; shades: MailShades }) {
  const { siteName, siteUrl, subject, blocks, preview } = page;
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style dangerouslySetInnerHTML={{ __html: darkStyle(shades) }} />
      </head>
      <body class="page" style={`margin:0;padding:0;background:${shades.page};color:#1d2433;font-family:${font}`}>
        {preview && (
          <div class="hidden" style="display:none;max-height:0;overflow:hidden">
            {preview}
          </div>
        )}
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse">
          <tr>
            <td align="center" style="padding:20px 10px">
              <div
                style={`max-width:600px;text-align:left;background:${colours.brand};border-radius:18px 18px 0 0;overflow:hidden`}
              >
                <p style="margin:0;padding:22px 26px 14px;font-size:21px;line-height:1.25;font-weight:800">
                  <a href={siteUrl} style={`color:${colours.onBrand};text-decoration:none`}>
                    {siteName}
                  </a>
                </p>
                <Hills hill={shades.hill} />
              </div>
              <div
                class="card"
                style={`max-width:600px;text-align:left;background:${sheet};border-radius:0 0 18px 18px;font-size:17px;line-height:1.55`}
              >
                <div style="padding:16px 26px 22px">
                  {blocks.some((block) => block.kind === 'title') ? null : <MailTitle text={subject} />}
                  {blocks.map((block, at) => (
                    <MailPiece block={block} next={blocks[at + 1]} colours={colours} />
                  ))}
                </div>
              </div>
              <Foot {...page} />
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}

/** The line of relief of the site, without a picture to load: two hills of the sheet's colour, a far one behind. */
function Hills({ hill }: { hill: string }) {
  return (
    <table
      role="presentation"
      aria-hidden="true"
      width="100%"
      cellpadding="0"
      cellspacing="0"
      style="border-collapse:collapse"
    >
      <tr>
        <td width="62%" valign="bottom" style="padding:0;font-size:0;line-height:0">
          <div class="hill" style={`padding-top:9px;background:${hill};border-radius:55% 45% 0 0/100% 100% 0 0`}>
            <div class="card" style={`height:17px;background:${sheet};border-radius:30% 70% 0 0/100% 100% 0 0`} />
          </div>
        </td>
        <td width="38%" valign="bottom" style="padding:0;font-size:0;line-height:0">
          <div class="hill" style={`padding-top:7px;background:${hill};border-radius:70% 30% 0 0/100% 70% 0 0`}>
            <div class="card" style={`height:9px;background:${sheet};border-radius:60% 40% 0 0/100% 100% 0 0`} />
          </div>
        </td>
      </tr>
    </table>
  );
}

function Foot({ footer, online, unsubscribe }: MailPage) {
  const [why, ...who] = footer;
  return (
    <div
      class="quiet"
      style="max-width:600px;text-align:left;padding:18px 26px;font-size:14px;line-height:1.5;color:#59606e;box-sizing:border-box"
    >
      {why === undefined ? null : <p style="margin:0 0 8px">{why}</p>}
      {who.map((line) => (
        <p style="margin:0">{line}</p>
      ))}
      <p style="margin:8px 0 0">
        {online === undefined ? null : <FootLink href={online}>Lire sur le site</FootLink>}
        {unsubscribe === undefined ? null : <FootLink href={unsubscribe}>Ne plus recevoir ces messages</FootLink>}
      </p>
    </div>
  );
}

function FootLink({ href, children }: { href: string; children: string }) {
  return (
    <a class="quiet" href={href} style="display:inline-block;padding:10px 18px 10px 0;color:#59606e">
      {children}
    </a>
  );
}

function darkStyle({ pageInDark, hillInDark, linkInDark }: MailShades): string {
  const rules = [
    `.page{background:${pageInDark}!important;color:#eceef3!important}`,
    `.card{background:${sheetInDark}!important}`,
    `.hill{background:${hillInDark}!important}`,
    '.quiet{color:#a9b0bf!important}',
    `.link{color:${linkInDark}!important}`,
    '.code{background:#2a2f3c!important}',
    '.item{border-color:#3a4050!important}',
  ];
  return `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${rules.join('')}}`;
}

/** A colour comes from a setting and goes into a style, so nothing but a colour may pass. */
function hex(colour: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new RangeError('not a colour');
  return colour;
}
