import type { JSX } from 'preact';
import { Chip, Tags } from '#ui/components/chip.tsx';
import type { Territory } from '#ui/relief/landscapes.ts';
import { keptMarkup, type KeptMarkup } from '#ui/kept-markup.ts';
import { PhotoOrRelief } from '#ui/relief/relief-cover-view.tsx';
import { legalFormLabel } from '../../domain/legal-forms.ts';
import { organizationPath } from '../../paths.ts';
import type { OrganizationCard } from '../../queries/organization-cards.ts';
import type { IndexedTheme } from '../../queries/index/theme-tree.ts';
import { coverDrawing, coverHue } from './cover-drawings.ts';
import { photoOf } from '#ui/components/photo-of.ts';

export interface OrganizationRowProps {
  readonly card: OrganizationCard & { readonly themes: readonly IndexedTheme[] };
  readonly land: Territory;
  /** How far it is, when a place was asked. */
  readonly away?: string;
  readonly level?: 2 | 3;
  readonly eager?: boolean;
}

// Pure drawings of what their key holds, so nothing has to clear them.
const rows: KeptMarkup = new Map();
const mostRows = 480;

/** A structure in a list: picture, name, town and form, one sentence, a few words. */
export function OrganizationRow(props: OrganizationRowProps): JSX.Element {
  return keptMarkup(rows, JSON.stringify(props), () => <Row {...props} />, mostRows);
}

function Row({ card, land, away, level = 2, eager = false }: OrganizationRowProps): JSX.Element {
  const Heading = `h${level}` as const;
  const facts = [away, card.city, card.legalForm && legalFormLabel(card.legalForm)].filter(Boolean).join(' · ');
  return (
    <article class="row-card" id={`s-${card.slug}`}>
      <RowCover card={card} land={land} eager={eager} />
      <div class="card-body">
        <Heading class="card-title">
          <a href={organizationPath(card.slug)}>{card.name}</a>
          {card.isMember && (
            <>
              {' '}
              <Chip strong>adhérente</Chip>
            </>
          )}
        </Heading>
        {facts && <p class="facts">{facts}</p>}
        {card.mission && <div class="card-text">{card.mission}</div>}
        <Tags tags={wordsOf(card)} label="Ce qu’elle propose" />
      </div>
    </article>
  );
}

function RowCover({
  card,
  land,
  eager,
}: {
  readonly card: OrganizationRowProps['card'];
  readonly land: Territory;
  readonly eager: boolean;
}): JSX.Element {
  const hue = coverHue(card.themes[0], land);
  if (card.photo) return <PhotoOrRelief id={card.id} hue={hue} photo={photoOf(card.photo, '10rem')} eager={eager} />;
  return <div class="cover" dangerouslySetInnerHTML={{ __html: coverDrawing(card.id, hue, land.motif) }} />;
}

function wordsOf({ offers, means, themes }: OrganizationRowProps['card']): string[] {
  const said = [...offers, ...means.slice(0, 1).map((thing) => `prête : ${thing}`)];
  return (said.length > 0 ? said : themes.map((theme) => theme.label)).slice(0, 3);
}
