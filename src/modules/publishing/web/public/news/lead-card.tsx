import type { JSX } from 'preact';
import type { ContentCard } from '#platform/contributions/module.ts';
import { Label } from '#ui/components/label.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import type { Territory } from '#ui/relief/landscapes.ts';
import { PhotoOrRelief } from '#ui/relief/relief-cover-view.tsx';

/** The news on top: its picture wide, its words beside it. */
export function LeadCard({ card, land }: { readonly card: ContentCard; readonly land: Territory }): JSX.Element {
  const { id, href, title, label, isOwn = false, facts, text, picture, hue } = card;
  return (
    <article class="card lead-card">
      <PhotoOrRelief
        id={id}
        hue={hue}
        motif={land.motif}
        width={760}
        height={460}
        eager
        photo={picture ? photoOf(picture, '(min-width: 60em) 46rem, 92vw') : undefined}
      />
      <div class="card-body">
        {label && <Label own={isOwn}>{label}</Label>}
        <h2 class="card-title">
          <a href={href}>{title}</a>
        </h2>
        {facts && <p class="facts">{facts}</p>}
        {text && <div class="card-text">{text}</div>}
      </div>
    </article>
  );
}
