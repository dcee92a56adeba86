import type { JSX } from 'preact';
import type { ContentCard } from '#platform/contributions/module.ts';
import { Chip } from '#ui/components/chip.tsx';
import { classes } from '#ui/components/classes.ts';
import { Label } from '#ui/components/label.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import type { Territory } from '#ui/relief/landscapes.ts';
import { PhotoOrRelief } from '#ui/relief/relief-cover-view.tsx';
import type { PublishedLine } from '../../../queries/published-list.ts';
import { stageNames } from '../../texts.ts';
import { StagePath } from './stage-path.tsx';

interface ProjectCardProps {
  readonly line: PublishedLine<'project'>;
  readonly card: ContentCard;
  readonly land: Territory;
}

const mostNeeds = 3;

/** A project in the list: picture, how far it is, what it looks for. */
export function ProjectCard({ line, card, land }: ProjectCardProps): JSX.Element {
  const { stage, place, leader, needs, isEmerging } = line.content;
  return (
    <article class={classes('card', 'wide', 'project-card', isEmerging && 'emerging')}>
      <PhotoOrRelief
        id={card.id}
        hue={card.hue}
        motif={land.motif}
        photo={card.picture ? photoOf(card.picture, '(min-width: 960px) 380px, 92vw') : undefined}
      />
      <div class="card-body">
        <Label own={false}>{isEmerging ? 'Repéré par la veille' : stageNames[stage]}</Label>
        <h3 class="card-title">
          <a href={card.href}>{card.title}</a>
        </h3>
        <p class="facts">{[leader, place].filter(Boolean).join(' · ')}</p>
        {!isEmerging && <StagePath stage={stage} small />}
        {card.text && <div class="card-text">{card.text}</div>}
        {needs.length > 0 && (
          <ul class="tags" aria-label="Cherche">
            {needs.slice(0, mostNeeds).map((need) => (
              <li>
                <Chip>{need}</Chip>
              </li>
            ))}
          </ul>
        )}
      </div>
    </article>
  );
}
