import type { JSX } from 'preact';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Form } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { eventReviewPath } from '../../moderation-paths.ts';
import type { EventSenderRow } from '../../queries/moderation/sender-of.ts';
import type { StoredEvent } from '../../queries/stored-event.ts';

/** What was typed in the word to the author, and what is wrong with it. */
export interface TypedWord {
  answer: string;
  word: string;
  errors: Readonly<Record<string, string>>;
}

interface SendBackProps {
  readonly event: StoredEvent;
  readonly typed: TypedWord;
  readonly exchange: Exchange;
  readonly sender: EventSenderRow | null;
}

/** The word with which a proposal goes back to its author, or is refused. */
export function SendBack({ event, typed, exchange, sender }: SendBackProps): JSX.Element {
  const error = typed.errors['word'];
  const isMailed = Boolean(sender?.email || sender?.personId);
  return (
    <Panel title="Répondre avec un mot">
      <Form
        action={eventReviewPath(event.id)}
        label="Renvoyer ou refuser"
        errors={error ? [{ field: 'word', message: error }] : []}
        hidden={{ [formKeyField]: exchange.formKey, version: String(event.version) }}
      >
        <TextArea
          name="word"
          label="Votre mot"
          hint={
            isMailed
              ? 'La personne le reçoit par mail. Renvoyé : elle peut corriger. Refusé : il part à la corbeille.'
              : 'Personne n’est à prévenir par mail : le mot reste avec la proposition.'
          }
          rows={4}
          limit={1000}
          required
          value={typed.word}
          error={error}
        />
        <div class="actions">
          <Button kind="ghost" icon="undo" name="answer" value="return">
            Renvoyer à corriger
          </Button>
          <Button kind="quiet" icon="trash" name="answer" value="refuse">
            Refuser
          </Button>
        </div>
      </Form>
    </Panel>
  );
}
