import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanHtml, htmlFromPlainText, plainTextOfHtml, textOfHtml } from './index.ts';

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><img src=x onerror=alert(1)></template>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" java\nscript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="//evil.example">x</a>',
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<style>@import "https://evil.example/x.css"</style>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="https://evil.example"></object><embed src="https://evil.example">',
  '<link rel=stylesheet href="https://evil.example">',
  '<details ontoggle=alert(1) open>x</details>',
  '<input autofocus onfocus=alert(1)>',
  '<textarea><img src=x onerror=alert(1)></textarea>',
  '<title><img src=x onerror=alert(1)></title>',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '<p><!--><img src=x onerror=alert(1)>--></p>',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<p onclick=alert(1) class=x id=contenu name=forms data-x=1 is=es-draft>x</p>',
  `<a href="https://a.example" title="${'x'.repeat(100_000)}">x</a>`,
  '<es-rich-text data-html="<img src=x onerror=alert(1)>">x</es-rich-text>',
  '<<script>alert(1)//<</script>',
  '<p>\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt></p>',
];

/** Nothing but the few elements, with the few attributes, and addresses of the web, mails and phones. */
const allowed =
  /^(?:[^<>]|<\/?(?:p|h2|h3|h4|ul|ol|li|blockquote|strong|em|a|br|hr)(?: (?:lang|hreflang|start)="[^"<>]*"| href="(?:https?:|mailto:|tel:|[/#?]|[\w.-]*(?=["/]))[^"<>]*")*(?: \/)?>)*$/;

describe('cleaning', () => {
  test.each(hostile)('leaves nothing that acts of %s', (html) => {
    for (const given of [html, `<p>avant</p>${html}<p>après</p>`, htmlFromPlainText(html)]) {
      const cleaned = cleanHtml(given);
      expect(cleaned).toMatch(allowed);
      expect(cleaned).not.toMatch(/href="\s*(?:javascript|data|vbscript|\/\/)/i);
      expect(cleanHtml(cleaned)).toBe(cleaned);
    }
  });

  test('changes nothing of what it gave, whatever came', () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<ul>',
      '<li>',
      '</ul>',
      '<b>',
      '</b>',
      '<a href="/x">',
      '</a>',
      'mot',
      ' ',
      '\n',
      '&amp;',
      '<h1>',
      '</h1>',
      '<br>',
      '<blockquote>',
      '\u00a0',
      '<o:p>',
      '"',
      '<',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const cleaned = cleanHtml(parts.join(''));
        expect(cleanHtml(cleaned)).toBe(cleaned);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['nested divisions', '<div>'.repeat(25_000)],
    ['nested lists', '<ul><li>'.repeat(25_000)],
    ['nested stress', '<b><i>'.repeat(30_000)],
    ['open tags', '<a'.repeat(100_000)],
    ['open attributes', '<p class="'.repeat(20_000)],
    ['Word lists', "<p class=MsoListParagraph style='mso-list:l0'>".repeat(4_500)],
    ['Word notes', '<!--[if'.repeat(28_000)],
    ['entities', '&#x'.repeat(66_000)],
  ])('takes a moment only with 200 kB of %s', (_name, html) => {
    const start = performance.now();
    cleanHtml(html.slice(0, 200_000));
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  test.each([
    ['brackets', '['.repeat(50_000)],
    ['stars', '**a '.repeat(30_000)],
    ['quotations', '> '.repeat(50_000)],
    ['dashes', '- '.repeat(50_000)],
    ['numbers', '1. '.repeat(50_000)],
    ['steps to the right', Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
    ['links', '[a]('.repeat(30_000)],
    ['backquotes', '`a'.repeat(50_000)],
  ])('takes a moment only with a plain text full of %s', (_name, text) => {
    const start = performance.now();
    htmlFromPlainText(text);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

describe('what people paste', () => {
  const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=FR>
<!--StartFragment--><h1 style='margin:0'><span style='font-family:"Calibri"'>Assemblée<o:p></o:p></span></h1>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Ordre du jour</b> de la <i>réunion</i>&nbsp;:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Le budget</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Le café</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Voter</p><!--EndFragment--></body></html>`;
  const outlook = `<div class="WordSection1"><p class="MsoNormal"><span style="font-size:11.0pt">Bonjour,<o:p></o:p></span></p><p class="MsoNormal"><a href="mailto:accueil@pole.example">accueil@pole.example</a></p></div><div style='border:none;border-top:solid #E1E1E1 1.0pt'></div>`;
  const libreOffice = `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><style type="text/css">@page { size: 21cm 29.7cm }</style></head><body lang="fr-FR" link="#000080"><p style="line-height: 100%"><font face="Liberation Serif, serif"><b>Un repas partagé</b></font></p><ul><li><p style="margin-bottom: 0cm">salade</p></li><li><p>pain</p></li></ul><table><tr><td><p>cellule</p></td></tr></table></body></html>`;
  const mail = `<div dir="ltr">Salut<div><br></div><div>On se voit <b>samedi</b> ?</div><div class="gmail_signature"><img src="https://pistage.example/x.gif">Camille</div></div>`;

  test('from Word comes out plain, with real lists', () => {
    expect(cleanHtml(word)).toBe(
      '<h2>Assemblée</h2><p><strong>Ordre du jour</strong> de la <em>réunion</em>\u00a0:</p><ul><li>Le budget</li><li>Le café</li></ul><ol><li>Voter</li></ol>',
    );
  });

  test('from Outlook, LibreOffice and a mail comes out plain', () => {
    expect(cleanHtml(outlook)).toBe(
      '<p>Bonjour,</p><p><a href="mailto:accueil@pole.example">accueil@pole.example</a></p>',
    );
    expect(cleanHtml(libreOffice)).toBe(
      '<p><strong>Un repas partagé</strong></p><ul><li><p>salade</p></li><li><p>pain</p></li></ul><p>cellule</p>',
    );
    expect(cleanHtml(mail)).toBe('<p>Salut</p><p>On se voit <strong>samedi</strong> ?</p><p>Camille</p>');
  });
});

describe('the light text', () => {
  const words = fc
    .array(
      fc.constantFrom(
        'pain',
        'café',
        'a*b',
        '_',
        '#',
        '-',
        '1.',
        '>',
        '&lt;',
        '&amp;',
        '[x]',
        '`',
        '«',
        '\u00a0!',
        '|',
        '~~',
        '\\',
        'https://a.example',
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((list) => list.join(' ').trim())
    .filter((text) => text !== '');
  const inline = fc.oneof(
    words,
    words.map((text) => `<strong>${text}</strong>`),
    words.map((text) => `<em>${text}</em>`),
    words.map((text) => `<a href="https://a.example/?b=1&amp;c=2">${text}</a>`),
    fc.tuple(words, words).map(([a, b]) => `${a}<br />${b}`),
  );
  const paragraph = fc.array(inline, { minLength: 1, maxLength: 3 }).map((list) => `<p>${list.join(' ')}</p>`);
  const list = fc
    .tuple(fc.constantFrom('ul', 'ol'), fc.array(inline, { minLength: 1, maxLength: 4 }))
    .map(([tag, items]) => `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`);
  const block = fc.oneof(
    paragraph,
    list,
    fc.tuple(fc.constantFrom('h2', 'h3', 'h4'), words).map(([tag, text]) => `<${tag}>${text}</${tag}>`),
    paragraph.map((text) => `<blockquote>${text}</blockquote>`),
    list.map((inside) => `<ul><li>a${inside}</li></ul>`),
    fc.constant('<hr />'),
  );
  const html = fc.array(block, { maxLength: 6 }).map((blocks) => cleanHtml(blocks.join('')));

  test('comes back as the very same HTML', () => {
    fc.assert(
      fc.property(html, (given) => {
        expect(htmlFromPlainText(plainTextOfHtml(given))).toBe(given);
      }),
      { numRuns: 1_000 },
    );
  });

  test('reads like a letter', () => {
    expect(
      plainTextOfHtml(
        '<h2>Où</h2><p>Place du <strong>marché</strong>, <a href="/agenda">samedi</a>.</p><ul><li>pain</li><li>café</li></ul>',
      ),
    ).toBe('## Où\n\nPlace du **marché**, [samedi](/agenda).\n\n- pain\n- café');
  });
});

test('the words alone', () => {
  expect(textOfHtml('<h2>Où</h2><p>Ici &amp; <em>là</em></p>')).toBe('Où\nIci & là');
});
