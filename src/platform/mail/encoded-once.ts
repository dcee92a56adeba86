import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Leaves room for the soft break that joins a piece to the next: 76 signs a line at most (RFC 2045, 6.7). */
const lineLength = 75;

/** A text written to many, encoded as quoted-printable around a mark. */
export interface EncodedOnce {
  /** The whole, with the link of one reader where the mark was. */
  withLink(link: string): string;
}

/** Opens what encodes texts; loaded then, so that a site without a mail server starts without it. */
export function openEncoder(): (text: string, mark: string) => EncodedOnce {
  const { encode, wrap } = require('nodemailer/lib/qp') as typeof import('nodemailer/lib/qp');
  const encoded = (text: string): string => wrap(encode(text), lineLength);
  return (text, mark) => {
    const pieces = text
      .replaceAll(/\r\n|\r|\n/g, '\r\n')
      .split(mark)
      .map(encoded);
    return { withLink: (link) => pieces.join(`=\r\n${encoded(link)}=\r\n`) };
  };
}
