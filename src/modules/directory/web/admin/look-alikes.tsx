import type { JSX } from 'preact';
import { Notice } from '#ui/components/notice.tsx';
import { officeSheetPath } from '../../paths.ts';
import type { LikelySame, SameBecause } from '../../queries/likely-same.ts';

export const sameBecause: Readonly<Record<SameBecause, string>> = {
  identifier: 'même numéro SIRET, SIREN ou RNA',
  phone: 'même téléphone',
  website: 'même site',
  name: 'presque le même nom, au même endroit',
};

/** Sheets that may be of the structure being added, before it is added twice. */
export function LookAlikes({ alike }: { readonly alike: readonly LikelySame[] }): JSX.Element {
  return (
    <Notice state="warning" title="Elle est peut-être déjà dans l’annuaire">
      <ul>
        {alike.map(({ id, name, city, because }) => (
          <li>
            <a href={officeSheetPath(id)}>{name}</a>
            {city && `, ${city}`} <span class="facts">({sameBecause[because]})</span>
          </li>
        ))}
      </ul>
      <p>
        Si c’est elle, complétez sa fiche. Sinon, cochez « C’est bien une autre structure » en bas et envoyez de
        nouveau.
      </p>
    </Notice>
  );
}
