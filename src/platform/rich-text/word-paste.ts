// Every run is bounded and stops at the next tag, so that no hostile text makes them slow.
const conditionals = /<!--[^]{0,20000}?-->|<!\[[^<>]{0,200}\]>/g;
const officeTags = /<\/?(?:o|w|m|v|st1):[^<>]{0,500}>/gi;
const listParagraph = /<p\b[^<>]{0,4000}mso-list:[^<>]{0,4000}>([^]{0,20000}?)<\/p>/gi;
const marker =
  /<span[^<>]{0,2000}mso-list:\s{0,9}Ignore[^<>]{0,2000}>([^<]{0,40})(?:<span[^<>]{0,2000}>[^<]{0,200}<\/span>)?\s{0,9}<\/span>/i;
const run = /(?:<li data-list="(?:ul|ol)">[^]{0,20000}?<\/li>\s*)+/g;

/**
 * HTML copied from Word or Outlook, with its lists made real ones (there, paragraphs that begin with a drawn dot) and
 * its hidden notes taken away. Any other HTML comes out as it came in.
 */
export function fromWord(html: string): string {
  if (!/mso-|urn:schemas-microsoft-com|<o:p|<!\[/i.test(html)) return html;
  return html
    .replace(conditionals, '')
    .replace(officeTags, '')
    .replace(listParagraph, (_paragraph, inside: string) => {
      const sign = marker.exec(inside)?.[1] ?? '';
      const list = /^[\s\u00a0]*[\dA-Za-z]{1,3}[.)]/.test(sign) ? 'ol' : 'ul';
      return `<li data-list="${list}">${inside.replace(marker, '').trim()}</li>`;
    })
    .replace(run, (items) => {
      let list = '';
      const written = items.replaceAll(/<li data-list="(ul|ol)">/g, (_item, kind: string) => {
        const turn = kind === list ? '' : `${list && `</${list}>`}<${kind}>`;
        list = kind;
        return `${turn}<li>`;
      });
      return `${written}</${list}>`;
    });
}
