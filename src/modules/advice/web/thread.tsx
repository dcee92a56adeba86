import type { JSX } from 'preact';
import { formatDateTime } from '#platform/french/index.ts';
import { Icon, type IconName } from '#ui/components/icon.tsx';
import type { MessageKind } from '../domain/message-kinds.ts';
import type { RequestSheet } from '../queries/request-sheet.ts';
import { Paragraphs } from './paragraphs.tsx';

const marks: Readonly<Record<MessageKind, { icon: IconName; word: string }>> = {
  asker: { icon: 'user', word: 'ajoute' },
  answer: { icon: 'send', word: 'répond' },
  call: { icon: 'phone', word: 'a téléphoné' },
  note: { icon: 'lock', word: 'note pour l’équipe' },
};

/** The question and what followed, oldest first. The asker reads « vous » for herself. */
export function Thread({
  sheet: { request, messages },
  zone,
  hubName,
  isOwn,
}: {
  readonly sheet: RequestSheet;
  readonly zone: string;
  readonly hubName: string;
  readonly isOwn?: boolean;
}): JSX.Element {
  const asker = isOwn ? 'Vous' : request.name;
  return (
    <ol class="thread" aria-label="Échange">
      <li class="asker">
        <p class="facts">
          <b>{asker}</b> · {formatDateTime(request.receivedAt, { style: 'short', zone })}
        </p>
        {request.subject && (
          <p>
            <b>{request.subject}</b>
          </p>
        )}
        <Paragraphs text={request.question} />
        {request.selfCheck && (
          <details class="quoted">
            <summary>Résultat du test joint</summary>
            <Paragraphs text={request.selfCheck} />
          </details>
        )}
      </li>
      {messages.map((message) => {
        const { icon, word } = marks[message.kind];
        const author = message.kind === 'asker' ? asker : message.authorName || hubName;
        return (
          <li class={message.kind}>
            <p class="facts">
              <Icon name={icon} /> <b>{author}</b> {!isOwn && word} ·{' '}
              {formatDateTime(message.at, { style: 'short', zone })}
              {!isOwn && message.kind === 'answer' && (message.byMail ? ' · par mail' : ' · sur sa page de suivi')}
            </p>
            <Paragraphs text={message.text} />
          </li>
        );
      })}
    </ol>
  );
}
