import type { JSX } from 'preact';
import { Doors } from '#ui/components/door.tsx';
import { Section } from '#ui/components/section.tsx';
import { situationNames, situations } from '../../domain/situations.ts';
import { paths } from '../paths.ts';

/** « Vous êtes… »: each door opens the contact form with its own words. */
export function SituationDoors(): JSX.Element {
  const doors = situationNames.map((name) => {
    const { door, promise, tone } = situations[name];
    return { href: `${paths.contact}?vous=${name}`, title: door, text: promise, tone };
  });
  return (
    <Section title="Vous êtes…">
      <Doors doors={doors} />
    </Section>
  );
}
