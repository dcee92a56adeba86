import type { JSX, VNode } from 'preact';
import type { Context } from '#platform/context/context.ts';
import { plural } from '#platform/french/index.ts';
import { fileFacts, fileHref } from '#platform/stored-files/index.ts';
import { PhotoImage } from '#ui/components/photo-image.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import { Section } from '#ui/components/section.tsx';
import { shownOutcome, type ShownOutcome } from '../../queries/outcomes/outcomes-of.ts';

/** « Ce qu’il en est sorti », on the page of a past date of a public event; null when nothing was told. */
export async function outcomeSection(ctx: Pick<Context, 'db'>, occurrenceId: string): Promise<VNode | null> {
  const outcome = await shownOutcome(ctx.db, occurrenceId);
  return outcome && <OutcomeView outcome={outcome} />;
}

/** The record of a past date: who came, what was said, what follows. */
export function OutcomeView({ outcome }: { readonly outcome: ShownOutcome }): JSX.Element {
  const { words, attended, figures, decisions, nextSteps, thanks, shownPhotos, shownFiles } = outcome;
  const counted = [
    ...(attended === null
      ? []
      : [{ value: String(attended), label: attended < 2 ? 'personne venue' : 'personnes venues' }]),
    ...figures,
  ];
  return (
    <Section title="Ce qu’il en est sorti" id="bilan" class="outcome">
      {counted.length > 0 && (
        <ul class="outcome-figures">
          {counted.map(({ value, label }) => (
            <li>
              <b>{value}</b> {label}
            </li>
          ))}
        </ul>
      )}
      <div class="prose">
        {words
          .split(/\n\s*\n/)
          .filter((paragraph) => paragraph.trim())
          .map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        <Lines title="Décidé" text={decisions} />
        <Lines title="La suite" text={nextSteps} />
        {thanks && (
          <>
            <h3>Merci à</h3>
            <p>{thanks}</p>
          </>
        )}
      </div>
      {shownPhotos.length > 0 && (
        <ul class="outcome-photos" aria-label={plural(shownPhotos.length, 'photo')}>
          {shownPhotos.map((picture) => (
            <li>
              <figure>
                <PhotoImage photo={photoOf(picture, '(min-width: 48em) 20rem, 92vw')} />
                {picture.credit && <figcaption class="facts">Photo : {picture.credit}</figcaption>}
              </figure>
            </li>
          ))}
        </ul>
      )}
      {shownFiles.length > 0 && (
        <ul class="outcome-files">
          {shownFiles.map((file) => (
            <li>
              <a href={fileHref(file)} download>
                {file.name}
              </a>{' '}
              <span class="facts">{fileFacts(file)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** One line a decision. */
function Lines({ title, text }: { readonly title: string; readonly text: string }): JSX.Element | null {
  const lines = text.split('\n').filter((line) => line.trim());
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li>{line.replace(/^\s*[-–•*]\s*/, '')}</li>
        ))}
      </ul>
    </>
  );
}
