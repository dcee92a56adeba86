import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { sampleSite } from '../style-page/sample.ts';
import { PublicLayout } from './public-layout.tsx';

const page = renderToString(
  <PublicLayout
    site={{ ...sampleSite, scriptHref: '/assets/main.js', fontHrefs: ['/assets/a.woff2'] }}
    meta={{
      title: 'Annuaire',
      canonical: '/annuaire',
      feeds: [{ href: '/annuaire.atom', title: 'Nouvelles structures', type: 'application/atom+xml' }],
      structuredData: { name: '</script><b>' },
    }}
  >
    <h1>Annuaire</h1>
  </PublicLayout>,
);

describe('Document', () => {
  it('says its language, title, place and feeds', () => {
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('<title>Annuaire · Pôle ESS des Vallons</title>');
    expect(page).toContain('rel="canonical" href="https://vallons.example/annuaire"');
    expect(page).toContain('type="application/atom+xml" href="/annuaire.atom"');
    expect(page).toContain('rel="preload" href="/assets/a.woff2" as="font"');
  });

  it('opens with the way to the content, and has its landmarks', () => {
    expect(page).toMatch(/<body class="public"><a class="skip-link" href="#contenu">/);
    expect(page).toContain('<main id="contenu"');
    expect(page).toContain('aria-label="Principale"');
    expect(page).toContain('href="/annuaire" aria-current="page"');
  });

  it('holds nothing the content security policy forbids', () => {
    expect(page).not.toMatch(/ style=| on[a-z]+="/);
    expect(page).toContain(String.raw`"\u003c/script>\u003cb>"`);
  });
});
