const namedEntities: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    copy: '©',
    reg: '®',
    deg: '°',
    euro: '€',
    laquo: '«',
    raquo: '»',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    hellip: '…',
    ndash: '–',
    mdash: '—',
    bull: '•',
    middot: '·',
    eacute: 'é',
    egrave: 'è',
    ecirc: 'ê',
    euml: 'ë',
    Eacute: 'É',
    Egrave: 'È',
    Ecirc: 'Ê',
    agrave: 'à',
    acirc: 'â',
    Agrave: 'À',
    Acirc: 'Â',
    ccedil: 'ç',
    Ccedil: 'Ç',
    icirc: 'î',
    iuml: 'ï',
    Icirc: 'Î',
    ocirc: 'ô',
    Ocirc: 'Ô',
    ugrave: 'ù',
    ucirc: 'û',
    uuml: 'ü',
    oelig: 'œ',
    OElig: 'Œ',
    aelig: 'æ',
    ntilde: 'ñ',
    ouml: 'ö',
    auml: 'ä',
    thinsp: '\u2009',
    ensp: '\u2002',
    emsp: '\u2003',
    shy: '',
    times: '×',
    sup2: '²',
    frac12: '½',
  }),
);

// Names of HTML elements only: « 5 <6 » and « Ana <ana@example.org> » are not markup.
const tag =
  /<(\/?)(a|abbr|address|article|aside|b|base|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del|details|div|dl|dt|em|embed|fieldset|figure|figcaption|font|footer|form|frame|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|legend|li|link|main|map|mark|math|meta|nav|noscript|object|ol|option|p|param|pre|q|s|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|tt|u|ul|var|video|audio|canvas|o:p)(?=[\s/>])([^<>]*)>/gi;
const hiddenContent = /<(script|style|template|noscript|iframe|object)\b[^>]{0,500}>[^]*?(?:<\/\1\s*>|$)/gi;
const breaking = /^(?:br|p|div|li|ul|ol|tr|table|h[1-6]|blockquote|section|article|header|footer|pre|dl|dt|dd|hr)$/i;
const entity = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]\w{1,9}));/gi;
// Controls, zero-width and bidirectional marks; not the tab, the newline nor the joiners of emoji.
const invisible = /(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

function decodeEntity(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return namedEntities.get(name) ?? whole;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

function withoutMarkup(text: string): string {
  return text
    .replace(/<!--[^]*?(?:-->|$)/g, '')
    .replace(hiddenContent, ' ')
    .replace(tag, (_, closing: string, name: string) => {
      if (name.toLowerCase() === 'li' && closing === '') return '\n- ';
      return breaking.test(name) ? '\n' : '';
    })
    .replace(entity, decodeEntity);
}

/**
 * Text without markup, entities nor invisible characters; lines kept. Safe to store, to be escaped like any text when
 * drawn. Two passes, because content management systems export `&lt;p&gt;`.
 */
export function toPlainText(text: string): string {
  let plain = text;
  for (let pass = 0; pass < 2 && (plain.includes('<') || plain.includes('&')); pass += 1) plain = withoutMarkup(plain);
  return plain
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(invisible, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .toWellFormed();
}
