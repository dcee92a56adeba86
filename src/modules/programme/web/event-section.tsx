import { isPublicEvent, readEvent, type EventSection } from '#modules/agenda/index.ts';
import { formatTime, plural } from '#platform/french/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Section } from '#ui/components/section.tsx';
import { programmePath, standsPath, volunteersPath } from '../paths.ts';
import { readProgramme, readSlots, readStands } from '../queries/stored-programme.ts';

const mostShown = 5;

/** On the page of an event that holds a large day: its first moments, and the ways to take part. */
export const programmeSection: EventSection = async (ctx, { eventId, slug }) => {
  const programme = await readProgramme(ctx.db, eventId);
  if (!programme?.isPublished) return null;
  const event = await readEvent(ctx.db, eventId);
  if (!event || !isPublicEvent(event)) return null;
  const [slots, stands] = await Promise.all([readSlots(ctx.db, eventId), readStands(ctx.db, eventId)]);
  const talks = slots.filter(({ kind }) => kind !== 'pause');
  const accepted = stands.filter(({ state }) => state === 'accepted').length;
  const figures = [
    talks.length > 0 ? plural(talks.length, 'moment') : '',
    accepted > 0 ? plural(accepted, 'stand') : '',
  ].filter(Boolean);
  return (
    <Section title="Au programme" more={{ href: programmePath(slug), label: 'Tout le programme' }}>
      {figures.length > 0 && <p class="facts">{figures.join(' · ')}</p>}
      <ul class="programme-first">
        {talks.slice(0, mostShown).map(({ starts, title, speakers }) => (
          <li>
            <b class="nowrap">{formatTime(starts)}</b> {title}
            {speakers.length > 0 && <span class="facts"> {speakers.map(({ name }) => name).join(', ')}</span>}
          </li>
        ))}
      </ul>
      {(programme.takesVolunteers || programme.takesStands) && (
        <p class="actions">
          {programme.takesVolunteers && (
            <ButtonLink href={volunteersPath(slug)} kind="ghost">
              Donner un coup de main
            </ButtonLink>
          )}{' '}
          {programme.takesStands && (
            <ButtonLink href={standsPath(slug)} kind="ghost">
              Demander un stand
            </ButtonLink>
          )}
        </p>
      )}
    </Section>
  );
};
