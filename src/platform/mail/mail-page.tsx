import { Fragment, type ComponentChildren } from 'preact';
import { renderToStringAsync } from 'preact-render-to-string';
import type { MailBlock } from './mail-block.ts';

/** Colours of the hub as `#rrggbb`: what stands out, what is read on it, and its shade for dark screens. */
export type MailColours = { brand: string; onBrand: string; brandInDark?: string };

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
  return `<!doctype html>${await renderToStringAsync(<Letter {...page} />)}`;
}

function Letter({ siteName, siteUrl, subject, blocks, footer, colours, unsubscribe, preview, online }: MailPage) {
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style dangerouslySetInnerHTML={{ __html: darkStyle(colours) }} />
      </head>
      <body class="page" style={`margin:0;padding:0;background:#f4f4f1;color:#1d2433;font-family:${font}`}>
        {preview && (
          <div class="hidden" style="display:none;max-height:0;overflow:hidden">
            {preview}
          </div>
        )}
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse">
          <tr>
            <td align="center" style="padding:24px 12px">
              <div
                class="card"
                style={`max-width:560px;text-align:left;background:#ffffff;border-top:4px solid ${hex(colours.brand)};border-radius:8px;padding:28px 24px;font-size:17px;line-height:1.55`}
              >
                <p style="margin:0 0 24px;font-size:15px;font-weight:700">
                  <a class="link" href={siteUrl} style={`color:${hex(colours.brand)};text-decoration:none`}>
                    {siteName}
                  </a>
                </p>
                {blocks.map((block) => (
                  <Block block={block} colours={colours} />
                ))}
              </div>
              <div
                class="quiet"
                style="max-width:560px;text-align:left;padding:16px 24px;font-size:14px;line-height:1.5;color:#59606e"
              >
                {footer.map((line) => (
                  <p style="margin:0 0 8px">{line}</p>
                ))}
                {online === undefined ? null : (
                  <p style="margin:0 0 8px">
                    <a class="quiet" href={online} style="color:#59606e">
                      Lire sur le site
                    </a>
                  </p>
                )}
                {unsubscribe === undefined ? null : (
                  <p style="margin:0">
                    <a class="quiet" href={unsubscribe} style="color:#59606e">
                      Ne plus recevoir ces messages
                    </a>
                  </p>
                )}
              </div>
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}

function Block({ block, colours }: { block: MailBlock; colours: MailColours }) {
  switch (block.kind) {
    case 'paragraph':
      return <Paragraph>{lines(block.text)}</Paragraph>;
    case 'heading':
      return <h2 style="margin:28px 0 12px;font-size:20px;line-height:1.3">{block.text}</h2>;
    case 'picture':
      return <Picture {...block} />;
    case 'list':
      return (
        <ul style="margin:0 0 16px;padding-left:22px">
          {block.items.map((item) => (
            <li style="margin:0 0 6px">{lines(item)}</li>
          ))}
        </ul>
      );
    case 'facts':
      return (
        <table style="margin:0 0 16px;border-collapse:collapse;font-size:17px;line-height:1.5">
          {block.rows.map(([label, value]) => (
            <tr>
              <th
                class="quiet"
                scope="row"
                style="padding:2px 16px 2px 0;text-align:left;vertical-align:top;font-weight:400;color:#59606e"
              >
                {label}
              </th>
              <td style="padding:2px 0;vertical-align:top;font-weight:600">{lines(value)}</td>
            </tr>
          ))}
        </table>
      );
    case 'quote':
      return (
        <blockquote
          class="quote"
          style={`margin:0 0 16px;padding:4px 0 4px 16px;border-left:3px solid ${hex(colours.brand)}`}
        >
          {block.by === undefined ? null : <p style="margin:0 0 6px;font-weight:600">{block.by}</p>}
          <p style="margin:0">{lines(block.text)}</p>
        </blockquote>
      );
    case 'item':
      return (
        <p style="margin:0 0 18px">
          <a class="link" href={block.href} style={`color:${hex(colours.brand)};font-weight:600`}>
            {block.title}
          </a>
          {block.text === undefined ? null : (
            <>
              <br />
              {lines(block.text)}
            </>
          )}
        </p>
      );
    case 'code':
      return (
        <p
          class="code"
          style="margin:0 0 16px;padding:12px 16px;background:#f4f4f1;border-radius:6px;font:700 26px/1.3 ui-monospace,Menlo,Consolas,monospace;letter-spacing:3px"
        >
          {block.text}
        </p>
      );
    default:
      return (
        <p style="margin:24px 0">
          <a
            href={block.href}
            style={`display:inline-block;padding:13px 22px;border-radius:6px;background:${hex(colours.brand)};color:${hex(colours.onBrand)};font-weight:600;text-decoration:none`}
          >
            {block.label}
          </a>
        </p>
      );
  }
}

function Picture({ src, alternative, width, height, href }: Extract<MailBlock, { kind: 'picture' }>) {
  const image = (
    <img
      src={src}
      alt={alternative}
      width={width}
      height={height}
      style="display:block;width:100%;max-width:512px;height:auto;border:0;border-radius:6px;font-size:15px;line-height:1.4"
    />
  );
  return <p style="margin:0 0 20px">{href === undefined ? image : <a href={href}>{image}</a>}</p>;
}

function Paragraph({ children }: { children: ComponentChildren }) {
  return <p style="margin:0 0 16px">{children}</p>;
}

function lines(text: string): ComponentChildren {
  return text.split(/\r?\n/).map((line, index) => (
    <Fragment>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ));
}

function darkStyle({ brandInDark = '#c9d4f5' }: MailColours): string {
  return `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){.page{background:#14171f!important;color:#eceef3!important}.card{background:#1d212c!important}.quiet{color:#a9b0bf!important}.link{color:${hex(brandInDark)}!important}.code{background:#2a2f3c!important}}`;
}

/** A colour comes from a setting and goes into a style, so nothing but a colour may pass. */
function hex(colour: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new RangeError('not a colour');
  return colour;
}
