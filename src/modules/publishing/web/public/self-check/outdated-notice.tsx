import type { JSX } from 'preact';
import { Notice } from '#ui/components/notice.tsx';
import { selfCheckPath } from './check-address.ts';

/** Shown when a link was made with former rules. */
export function OutdatedNotice(): JSX.Element {
  return (
    <Notice state="warning" title="Les règles ont changé depuis ce lien.">
      <p>
        Les mêmes réponses sont relues ici avec les règles d’aujourd’hui. <a href={selfCheckPath}>Recommencez</a> pour
        en être sûr.
      </p>
    </Notice>
  );
}
