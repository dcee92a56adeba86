import type { ComponentChildren, JSX } from 'preact';
import { type Flash, ToastRegion } from '../components/toast-region.tsx';
import { heroLandscape } from '../relief/landscapes.ts';
import { Brand } from './brand.tsx';
import { Document } from './document.tsx';
import type { PageMeta, Site } from './site.ts';

export interface BareLayoutProps {
  readonly site: Site;
  readonly meta: PageMeta;
  readonly title: string;
  readonly children: ComponentChildren;
  readonly flashes?: readonly Flash[];
}

/** A page with one thing to do (sign in, confirm) or to say (not found): a panel over the landscape. */
export function BareLayout({ site, meta, title, children, flashes = [] }: BareLayoutProps): JSX.Element {
  return (
    <Document site={site} meta={{ ...meta, unlisted: true }} bodyClass="bare">
      <div class="bare-land" dangerouslySetInnerHTML={{ __html: heroLandscape(`${site.name}:${meta.title}`, site) }} />
      <header class="bare-header">
        <Brand site={site} />
      </header>
      <ToastRegion flashes={flashes} />
      <main id="contenu" tabindex={-1} class="bare-panel">
        <h1>{title}</h1>
        {children}
      </main>
    </Document>
  );
}
