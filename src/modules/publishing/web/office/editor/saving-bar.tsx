import type { JSX } from 'preact';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { isProposable } from '../../../domain/publication.ts';
import { officePaths, publicationPath } from '../../../paths.ts';
import type { EditorFormProps } from './editor-form.tsx';

/** What saving may do: publish now or later, keep, propose. And the address, which few people need to touch. */
export function SavingBar({ kind, stored, typed, choices, errors }: EditorFormProps): JSX.Element {
  const isPublic = stored?.status === 'published';
  return (
    <>
      {choices.mayPublish && kind !== 'home' && (
        <details class="editor-more" open={Boolean(typed.publishAt || errors['publishAt'] || errors['slug'])}>
          <summary>Publier plus tard, choisir l’adresse</summary>
          <DateField
            name="publishAt"
            label="Publier le"
            hint="À l’heure du pôle. Puis « Programmer »."
            value={typed.publishAt}
            withTime
            error={errors['publishAt']}
          />
          <Button kind="ghost" small name="act" value="schedule" icon="clock">
            Programmer
          </Button>
          <TextField
            name="slug"
            label="Fin de l’adresse"
            hint={
              stored
                ? `Aujourd’hui : ${publicationPath(kind, stored.slug)}. L’ancienne adresse mènera toujours ici.`
                : 'Laissez vide : elle vient du titre.'
            }
            value={typed.slug}
            maxlength={80}
            error={errors['slug']}
          />
        </details>
      )}
      <div class="submit-bar sticky">
        {choices.mayPublish ? (
          <Button name="act" value="publish">
            {isPublic ? 'Publier les changements' : 'Publier'}
          </Button>
        ) : (
          isProposable(kind) && (
            <Button name="act" value="propose" icon="send">
              Proposer
            </Button>
          )
        )}
        <Button kind="ghost" name="act" value="keep">
          {isPublic ? 'Enregistrer sans publier' : 'Enregistrer le brouillon'}
        </Button>
        <ButtonLink kind="quiet" href={officePaths.listOf(kind)}>
          Abandonner
        </ButtonLink>
      </div>
    </>
  );
}
