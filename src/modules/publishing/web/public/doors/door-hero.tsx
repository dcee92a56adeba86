import type { JSX } from 'preact';
import type { ShownPicture } from '#platform/pictures/picture.ts';
import { Breadcrumb, type BreadcrumbProps } from '#ui/components/breadcrumb.tsx';
import { ButtonLink } from '#ui/components/button.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import type { Territory } from '#ui/relief/landscapes.ts';
import { PhotoOrRelief } from '#ui/relief/relief-cover-view.tsx';
import { categoryHues, type Category } from '#ui/theme/categories.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';

export interface DoorHeroProps {
  readonly door: StoredPublication<'door'>;
  readonly picture: ShownPicture | null;
  readonly land: Territory;
  readonly askHref: string;
  readonly trail: BreadcrumbProps['trail'];
}

/** The opening of a door's page, in its own tone: to whom it speaks, what it promises, and the way to ask. */
export function DoorHero({ door, picture, land, askHref, trail }: DoorHeroProps): JSX.Element {
  const { fields } = door;
  const { tone, group, label } = fields.content;
  return (
    <section class={`block block-hero door-hero tone-${tone}`}>
      <div class="block-hero-text">
        <Breadcrumb trail={trail} />
        {label && <p class="door-kicker">{`${groupWords[group]} ${label}`}</p>}
        <h1>{fields.title}</h1>
        {fields.brief && <p class="lead">{fields.brief}</p>}
        <p class="actions">
          <ButtonLink kind="dark" href={askHref}>
            Poser une question
          </ButtonLink>
        </p>
      </div>
      <PhotoOrRelief
        id={door.id}
        motif={land.motif}
        hue={hueOfTone(tone, land)}
        width={900}
        height={620}
        eager
        {...(picture ? { photo: photoOf(picture, '(min-width: 768px) 55vw, 96vw') } : {})}
      />
    </section>
  );
}

export const groupWords = { profile: 'Vous êtes', intent: 'Je veux' } as const;

function hueOfTone(tone: string, land: Territory): number {
  return Object.hasOwn(categoryHues, tone) ? categoryHues[tone as Category] : land.hue;
}
