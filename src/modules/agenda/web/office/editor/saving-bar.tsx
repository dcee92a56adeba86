import type { JSX } from 'preact';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { officePaths } from '../../../paths.ts';
import type { EditorFormProps } from './field-props.ts';

/** What saving may do: publish, keep, propose. */
export function SavingBar({ id, choices, isPublic, isSplit, isWarned, preview }: EditorFormProps): JSX.Element {
  const publish = isWarned ? 'Publier quand même' : isPublic ? 'Publier les changements' : 'Publier';
  return (
    <div class="submit-bar sticky">
      {isSplit ? (
        <Button name="act" value="split">
          Changer cette date et les suivantes
        </Button>
      ) : choices.mayPublish ? (
        <Button name="act" value="publish">
          {publish}
        </Button>
      ) : (
        <Button name="act" value="propose" icon="send">
          Proposer
        </Button>
      )}
      {!isPublic && !isSplit && (
        <Button kind="ghost" name="act" value="keep">
          Enregistrer le brouillon
        </Button>
      )}
      <span data-without-script>
        <Button kind="quiet" name="act" value="preview">
          Voir les dates
        </Button>
      </span>
      <ButtonLink kind="quiet" href={isSplit && id ? officePaths.dates(id) : officePaths.list}>
        Abandonner
      </ButtonLink>
      {/* What was shown once is not asked about again. */}
      <span data-seen>
        {preview.clashes.map(({ occurrenceId }) => (
          <input type="hidden" name="seen" value={occurrenceId} />
        ))}
      </span>
    </div>
  );
}
