import type { JSX } from 'preact';
import { ButtonLink } from '#ui/components/button.tsx';
import { Icon } from '#ui/components/icon.tsx';
import { proposableKinds, publicationKinds, type PublicationKind } from '../../../domain/publication.ts';
import { officePaths } from '../../../paths.ts';
import { kindNames } from '../../texts.ts';

interface NewMenuProps {
  /** Whether the actor runs the site: she adds every kind, others what may be proposed. */
  readonly runs: boolean;
  /** The kind being listed, first. */
  readonly first: PublicationKind | null;
}

/** What may be added, in a menu; the kind being listed by its name. A news item is in the bar above. */
export function NewMenu({ runs, first }: NewMenuProps): JSX.Element {
  const kinds: readonly PublicationKind[] = runs ? publicationKinds.filter((kind) => kind !== 'home') : proposableKinds;
  const main = first && first !== 'news' && kinds.includes(first) ? first : null;
  return (
    <>
      {main && (
        <ButtonLink icon="plus" href={officePaths.add(main)}>
          {kindNames[main].new}
        </ButtonLink>
      )}
      <es-menu>
        <details class="new-menu">
          <summary class={main ? 'button ghost' : 'button'}>
            Ajouter
            <Icon name="chevron-down" />
          </summary>
          <ul>
            {kinds
              .filter((kind) => kind !== main)
              .map((kind) => (
                <li>
                  <a href={officePaths.add(kind)}>{kindNames[kind].new}</a>
                </li>
              ))}
          </ul>
        </details>
      </es-menu>
      {runs && (
        <ButtonLink kind="ghost" icon="edit" href={officePaths.add('home')}>
          Arranger l’accueil
        </ButtonLink>
      )}
      {runs && (
        <ButtonLink kind="quiet" icon="settings" href={officePaths.settings}>
          Réglages
        </ButtonLink>
      )}
    </>
  );
}
