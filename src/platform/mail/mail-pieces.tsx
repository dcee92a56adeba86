import { Fragment, type ComponentChildren } from 'preact';
import type { MailBlock } from './mail-block.ts';

export interface PieceColours {
  brand: string;
  onBrand: string;
  /** The hub's colour as it is read on the sheet. */
  link: string;
}

/** What the mail is about, in large: once, and first. */
export function MailTitle({ text }: { text: string }) {
  return <h1 style="margin:0 0 16px;font-size:25px;line-height:1.2;font-weight:800">{text}</h1>;
}

/** One piece of a mail as HTML; `next` is what follows it. */
export function MailPiece({ block, next, colours }: { block: MailBlock; next?: MailBlock; colours: PieceColours }) {
  switch (block.kind) {
    case 'title':
      return <MailTitle text={block.text} />;
    case 'paragraph':
      return <p style="margin:0 0 16px">{lines(block.text)}</p>;
    case 'heading':
      return <h2 style="margin:32px 0 14px;font-size:20px;line-height:1.3;font-weight:800">{block.text}</h2>;
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
      return <Facts rows={block.rows} />;
    case 'quote':
      return (
        <blockquote style={`margin:0 0 16px;padding:4px 0 4px 16px;border-left:4px solid ${colours.brand}`}>
          {block.by === undefined ? null : <p style="margin:0 0 6px;font-weight:600">{block.by}</p>}
          <p style="margin:0">{lines(block.text)}</p>
        </blockquote>
      );
    case 'item':
      return <Item {...block} link={colours.link} isLast={next?.kind !== 'item' && next?.kind !== 'picture'} />;
    case 'code':
      return (
        <p
          class="code"
          style="margin:0 0 16px;padding:12px 16px;background:#f4f4f1;border-radius:10px;font:700 26px/1.3 ui-monospace,Menlo,Consolas,monospace;letter-spacing:3px"
        >
          {block.text}
        </p>
      );
    default:
      return (
        <p style="margin:24px 0">
          <a
            href={block.href}
            style={`display:inline-block;padding:13px 26px;border-radius:26px;background:${colours.brand};color:${colours.onBrand};font-weight:700;line-height:1.35;text-decoration:none`}
          >
            {block.label}
          </a>
        </p>
      );
  }
}

function Facts({ rows }: Pick<Extract<MailBlock, { kind: 'facts' }>, 'rows'>) {
  return (
    <table style="margin:0 0 16px;border-collapse:collapse;font-size:17px;line-height:1.5">
      {rows.map(([label, value]) => (
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
}

type ItemShown = Extract<MailBlock, { kind: 'item' }> & { link: string; isLast: boolean };

function Item({ title, href, facts, text, link, isLast }: ItemShown) {
  return (
    <div class="item" style={`margin:0 0 18px${isLast ? '' : ';padding:0 0 18px;border-bottom:1px solid #e3e3dd'}`}>
      <h3 style="margin:0 0 4px;font-size:18px;line-height:1.3;font-weight:700">
        <a class="link" href={href} style={`color:${link}`}>
          {title}
        </a>
      </h3>
      {facts === undefined ? null : (
        <p class="quiet" style="margin:0 0 4px;font-size:15px;line-height:1.45;color:#59606e">
          {facts}
        </p>
      )}
      {text === undefined ? null : <p style="margin:0">{lines(text)}</p>}
    </div>
  );
}

function Picture({ src, alternative, width, height, href }: Extract<MailBlock, { kind: 'picture' }>) {
  const image = (
    <img
      src={src}
      alt={alternative}
      width={width}
      height={height}
      style="display:block;width:100%;max-width:548px;height:auto;border:0;border-radius:14px;font-size:15px;line-height:1.4"
    />
  );
  return <p style="margin:0 0 18px">{href === undefined ? image : <a href={href}>{image}</a>}</p>;
}

function lines(text: string): ComponentChildren {
  return text.split(/\r?\n/).map((line, index) => (
    <Fragment>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ));
}
