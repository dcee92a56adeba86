import type { JSX } from 'preact';
import { hasRole, type Actor } from '#platform/context/context.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import type { HubSettings } from '../../domain/hub-settings.ts';
import { paths } from '../paths.ts';

/** Says that this hub is only for trying, and opens the door to one's own. */
export function DemoBanner({
  settings,
  actor,
}: {
  readonly settings: HubSettings;
  readonly actor: Actor | null;
}): JSX.Element | null {
  if (!settings.isDemo) return null;
  return (
    <Notice
      title="Ceci est le pôle de démonstration"
      actions={hasRole(actor, 'operator') && <ButtonLink href={paths.newHub}>Créer mon pôle</ButtonLink>}
    >
      <p>
        Tout y est inventé : essayez, cassez, amusez-vous. Le vôtre prendra cette adresse, celui-ci ira vivre à côté.
      </p>
    </Notice>
  );
}

/** Reminds that visitors do not see the site yet. */
export function NotOpenYet({ settings }: { readonly settings: HubSettings }): JSX.Element | null {
  if (settings.setupCompletedAt) return null;
  return (
    <Notice
      state="warning"
      title="Votre site n’est pas encore ouvert"
      actions={<ButtonLink href={paths.setup}>Continuer l’ouverture</ButtonLink>}
    >
      <p>Les visiteurs voient une page d’attente. Il reste quelques choix, cinq minutes tout au plus.</p>
    </Notice>
  );
}
