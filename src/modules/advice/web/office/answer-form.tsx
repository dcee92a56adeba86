import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { Form } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { fillReadyAnswer } from '../../domain/given-name.ts';
import { paths } from '../../paths.ts';
import type { ReadyAnswer } from '../../queries/ready-answers.ts';
import type { RequestSheet } from '../../queries/request-sheet.ts';
import type { TypedHere } from './request-page.tsx';

interface AnswerFormProps {
  readonly exchange: Exchange;
  readonly sheet: RequestSheet;
  readonly answers: readonly ReadyAnswer[];
  readonly typed: TypedHere;
}

/** The room to answer, with the answers written in advance one click away. */
export function AnswerForm({ exchange, sheet, answers, typed }: AnswerFormProps): JSX.Element {
  const { request } = sheet;
  const chosen = answers.find((one) => one.id === exchange.query('modele'));
  const value = typed.values['answer'] ?? (chosen ? fillReadyAnswer(chosen.text, request.name) : '');
  return (
    <Form
      action={paths.answer(request.id)}
      label="Répondre"
      draft={`reponse-${request.id}`}
      errors={summaryOf(typed.errors)}
      hidden={{ [formKeyField]: exchange.formKey, version: String(request.version) }}
    >
      <ReadyAnswers request={request} answers={answers} />
      <TextArea
        name="answer"
        label="Votre réponse"
        hint={
          request.email
            ? 'Elle part par mail, avec sa question rappelée dessous et le lien vers cet échange.'
            : 'Pas d’adresse e-mail : elle la lira sur sa page de suivi, avec son code.'
        }
        rows={8}
        value={value}
        error={typed.errors['answer']}
      />
      <div class="submit-bar">
        {request.email && (
          <Button name="by" value="mail">
            Envoyer la réponse
          </Button>
        )}
        <Button kind={request.email ? 'ghost' : 'primary'} name="by" value="page">
          {request.email ? 'Noter sans envoyer de mail' : 'Mettre sur sa page de suivi'}
        </Button>
      </div>
    </Form>
  );
}

function ReadyAnswers({
  request,
  answers,
}: {
  readonly request: RequestSheet['request'];
  readonly answers: readonly ReadyAnswer[];
}): JSX.Element | null {
  if (answers.length === 0) return null;
  return (
    <es-ready-answers data-field="champ-answer">
      <nav aria-label="Réponses types">
        <ul class="tags">
          {answers.map(({ id, title, text }) => (
            <li>
              <a
                class="chip"
                href={`${paths.request(request.id)}?modele=${id}#champ-answer`}
                data-text={fillReadyAnswer(text, request.name)}
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </es-ready-answers>
  );
}
