import type { JSX } from 'preact';
import { Panel } from '../components/panel.tsx';
import { ReliefCover } from '../relief/relief-cover-view.tsx';
import { motifNames, motifs } from '../relief/relief-cover.ts';
import { categoryHues } from '../theme/categories.ts';
import type { Theme } from '../theme/derive-theme.ts';
import { ComponentSpecimens } from './components-specimens.tsx';
import { FieldSpecimens } from './field-specimens.tsx';

export interface StylePageProps {
  readonly theme: Theme;
}

function Swatches({ palette, title }: { readonly palette: Theme['light']; readonly title: string }): JSX.Element {
  return (
    <Panel title={title}>
      <ul class="specimens">
        {Object.entries(palette).map(([token, hex]) => (
          <li>
            <svg class="swatch-rect" viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">
              <rect width="100" height="40" fill={hex} />
            </svg>
            <span class="facts">
              {token} {hex}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The living style page: every component in its states, the colours derived, the landscapes. To be set in a layout. */
export function StylePage({ theme }: StylePageProps): JSX.Element {
  const hues = Object.values(categoryHues);
  return (
    <div class="stack" data-specimens>
      <ComponentSpecimens />
      <FieldSpecimens />
      {motifs.map((motif, rank) => (
        <Panel title={motifNames[motif]}>
          <div class="specimens">
            {Array.from({ length: 6 }, (_, index) => (
              <ReliefCover
                id={`${motif}-${index}`}
                motif={motif}
                hue={hues[(index + rank) % hues.length] ?? 168}
                dark={index === 5}
              />
            ))}
          </div>
        </Panel>
      ))}
      <Swatches title="Couleurs, écran clair" palette={theme.light} />
      <Swatches title="Couleurs, écran sombre" palette={theme.dark} />
    </div>
  );
}
