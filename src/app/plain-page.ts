/** What a page without a working site around it says. */
export interface PlainPage {
  title: string;
  text: string;
  detail?: string | undefined;
  stylesheetHref?: string;
  siteName?: string;
}

/**
 * A page that needs nothing to be drawn: no database, no hub, no component. For breakdowns and refusals that come before
 * anyone is known.
 */
export function plainPage({ title, text, detail, stylesheetHref, siteName }: PlainPage): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title)}</title>${
    stylesheetHref ? `<link rel="stylesheet" href="${escaped(stylesheetHref)}">` : ''
  }</head><body class="bare"><main id="contenu" class="bare-panel"><h1>${escaped(title)}</h1><p>${escaped(text)}</p>${
    detail ? `<p><small>${escaped(detail)}</small></p>` : ''
  }<p><a class="button" href="/">${siteName ? `Revenir à l’accueil` : 'Réessayer'}</a></p></main></body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
