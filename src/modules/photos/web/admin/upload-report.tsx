import type { JSX } from 'preact';
import { plural } from '#platform/french/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { officePath, officePhotoPath } from '../../paths.ts';

/** What became of one file. */
export interface SentPhoto {
  readonly fileName: string;
  readonly state: 'added' | 'known' | 'refused';
  readonly imageId?: string;
  /** Why it was refused. */
  readonly message?: string;
}

interface UploadReportProps {
  readonly sent: readonly SentPhoto[];
}

/** What became of each photo of a sending: nothing is lost of the good ones, and the bad ones are told. */
export function UploadReport({ sent }: UploadReportProps): JSX.Element {
  const of = (state: SentPhoto['state']): SentPhoto[] => sent.filter((photo) => photo.state === state);
  const [added, known, refused] = [of('added'), of('known'), of('refused')];
  return (
    <div class="stack" role="status">
      {added.length > 0 && (
        <Notice
          state="success"
          title={plural(added.length, 'photo ajoutée', 'photos ajoutées')}
          actions={
            <ButtonLink kind="ghost" small href={officePath}>
              Voir les photos
            </ButtonLink>
          }
        >
          <p>Il reste à dire ce qu’on y voit, photo par photo.</p>
        </Notice>
      )}
      {known.length > 0 && (
        <Notice state="info" title={plural(known.length, 'photo déjà là', 'photos déjà là')}>
          <ul>
            {known.map((photo) => (
              <li>
                <a href={officePhotoPath(photo.imageId ?? '')}>{photo.fileName}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice state="warning" title={plural(refused.length, 'fichier refusé', 'fichiers refusés')}>
          <ul>
            {refused.map((photo) => (
              <li>
                <b>{photo.fileName}</b> : {photo.message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
