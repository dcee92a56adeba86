import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { formatDateTime } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Section } from '#ui/components/section.tsx';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { answerSuggestion } from '../../../commands/resources/answer-suggestion.ts';
import { officePaths, publicationPath } from '../../../paths.ts';
import { listSuggestions, type ListedSuggestion } from '../../../queries/resources/suggestions.ts';
import { resourceOffice } from '../../../resource-paths.ts';
import { subjectNames } from '../../public/resources/subject-names.ts';
import { refusalText } from '../../texts.ts';
import { libraryCounts, LibraryTabs } from './library-tabs.tsx';

const mostWaiting = 100;
const mostAnswered = 20;

/** `GET /gestion/ressources/suggestions`: what readers say is wrong or missing, to answer one by one. */
export async function showSuggestions(exchange: Exchange): Promise<Response> {
  return suggestionsPage(exchange);
}

interface Refused {
  readonly id: string;
  readonly answer: string;
  readonly message: string;
}

async function suggestionsPage(exchange: Exchange, refused?: Refused): Promise<Response> {
  const { ctx } = exchange;
  const [waiting, answered, counts] = await Promise.all([
    listSuggestions(ctx.db, 'waiting', mostWaiting),
    listSuggestions(ctx.db, 'answered', mostAnswered),
    libraryCounts(ctx),
  ]);
  return exchange.page({
    title: 'Corrections proposées',
    layout: 'office',
    section: resourceOffice.list,
    status: refused ? 422 : 200,
    header: {
      trail: [{ label: 'La bibliothèque', href: resourceOffice.list }],
      lead: 'Corrigez la fiche, puis remerciez : la personne qui a laissé son adresse reçoit votre mot.',
    },
    content: (
      <>
        <LibraryTabs current="suggestions" counts={counts} />
        {waiting.length === 0 && (
          <EmptyState title="Aucune correction en attente">
            <p>Chaque fiche porte un bouton « Proposer une correction ». Ce qui arrive s’affiche ici.</p>
          </EmptyState>
        )}
        <div class="stack">
          {waiting.map((one) => (
            <Waiting
              suggestion={one}
              exchange={exchange}
              refused={refused && refused.id === one.id ? refused : undefined}
            />
          ))}
        </div>
        {answered.length > 0 && (
          <Section title="Déjà vues">
            <ul class="stack">
              {answered.map((one) => (
                <li>
                  <b>{one.title}</b> : {one.message}{' '}
                  <span class="facts">
                    {one.status === 'accepted' ? 'acceptée' : 'classée'}
                    {one.answeredAt && `, le ${formatDateTime(one.answeredAt, { zone: ctx.zone })}`}
                    {one.isCredited && `, ${one.name} remercié·e sur la fiche`}
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </>
    ),
  });
}

interface WaitingProps {
  readonly suggestion: ListedSuggestion;
  readonly exchange: Exchange;
  readonly refused: Refused | undefined;
}

function Waiting({ suggestion, exchange, refused }: WaitingProps): JSX.Element {
  const { id, publicationId, title, slug, subject, message, name, email, acceptsCredit, createdAt } = suggestion;
  const field = `answer-${id}`;
  return (
    <Panel title={title} id={`correction-${id}`}>
      <p class="facts">
        {subjectNames[subject]} · {name || 'Quelqu’un'}, le {formatDateTime(createdAt, { zone: exchange.hub.zone })}
        {email ? '' : ' · sans adresse pour répondre'}
      </p>
      <blockquote class="reader-said">
        {message.split('\n').map((line) => (
          <p>{line}</p>
        ))}
      </blockquote>
      <p class="actions">
        <ButtonLink small icon="edit" href={officePaths.edit(publicationId)}>
          Corriger la fiche
        </ButtonLink>
        <ButtonLink small kind="ghost" icon="eye" href={publicationPath('resource', slug)}>
          Voir la fiche
        </ButtonLink>
      </p>
      <form class="form" method="post" action={resourceOffice.suggestions} aria-label={`Répondre à propos de ${title}`}>
        <input type="hidden" name={formKeyField} value={exchange.formKey} />
        <input type="hidden" name="id" value={id} />
        <TextArea
          name="answer"
          id={field}
          label={email ? 'Votre mot' : 'Note pour l’équipe'}
          rows={2}
          value={refused?.answer ?? ''}
          error={refused?.message}
        />
        {acceptsCredit && name && (
          <Checkbox name="isCredited" id={`credit-${id}`} label={`Remercier ${name} sur la fiche`} checked />
        )}
        <p class="actions">
          <Button small name="act" value="accepter">
            C’est corrigé, merci
          </Button>
          <Button small kind="ghost" name="act" value="classer">
            Classer
          </Button>
        </p>
      </form>
    </Panel>
  );
}

/** `POST /gestion/ressources/suggestions` */
export async function receiveAnswer(exchange: Exchange): Promise<Response> {
  const { values, key } = await exchange.form();
  const { id = '', answer = '', act } = values;
  if (act !== 'accepter' && act !== 'classer') return exchange.notFound();
  const outcome = await execute(
    exchange.ctx,
    answerSuggestion,
    {
      id,
      isAccepted: act === 'accepter',
      answer,
      isCredited: values['isCredited'] === 'oui',
      origin: exchange.hub.origin,
      hubName: exchange.hub.name,
    },
    { key },
  );
  if (!outcome.ok) {
    const message = outcome.fields['answer'];
    if (message) return suggestionsPage(exchange, { id, answer, message });
    return exchange.redirect(resourceOffice.suggestions, { tone: 'warning', text: refusalText(outcome.reason) });
  }
  return exchange.redirect(resourceOffice.suggestions, {
    tone: 'success',
    text: outcome.value.isTold ? 'C’est fait, et la personne est prévenue.' : 'C’est fait.',
  });
}
