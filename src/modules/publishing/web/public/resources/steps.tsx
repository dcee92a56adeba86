import type { JSX } from 'preact';
import type { ContentOf } from '../../../content/publication-fields.ts';

interface StepsProps {
  readonly id: string;
  readonly steps: ContentOf<'resource'>['steps'];
}

/** Steps to follow, with things to tick: what is ticked stays on the reader's device. Prints as a list to fill in. */
export function Steps({ id, steps }: StepsProps): JSX.Element | null {
  if (steps.length === 0) return null;
  const count = steps.reduce((sum, { checklist }) => sum + checklist.length, 0);
  return (
    <es-checklist class="how-to" data-key={id}>
      <div class="how-to-head">
        <h2>Pas à pas</h2>
        {count > 0 && <p class="how-to-progress" role="status" data-progress hidden />}
      </div>
      <ol>
        {steps.map(({ title, text, checklist }, index) => (
          <li class="how-to-step" id={`etape-${index + 1}`}>
            <h3>{title || `Étape ${index + 1}`}</h3>
            {text
              .split(/\n{2,}/)
              .filter(Boolean)
              .map((paragraph) => (
                <p>{paragraph}</p>
              ))}
            {checklist.length > 0 && (
              <ul class="how-to-ticks">
                {checklist.map((item) => (
                  <li>
                    <label class="choice">
                      <input type="checkbox" data-item={item} />
                      <span>{item}</span>
                    </label>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      <p class="actions" data-tools hidden>
        <button type="button" class="button ghost small" data-print>
          Imprimer la fiche
        </button>
        {count > 0 && (
          <button type="button" class="button quiet small" data-clear>
            Tout décocher
          </button>
        )}
      </p>
    </es-checklist>
  );
}
