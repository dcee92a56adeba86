import type { SentForm } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { pollChoices, type PollChoice } from '../../domain/polls.ts';
import type { PollSheet } from '../../queries/polls/poll-sheet.ts';
import { refusalText, type AgendaRefusal } from '../texts.ts';
import type { TypedAnswer } from './answer-form.tsx';

/** What a sent answer says, in the shape of the command. */
export function answerIn(form: SentForm, { slots }: PollSheet) {
  const { values } = form;
  const choices = slots.flatMap(({ slotId }): [string, PollChoice][] => {
    const said = pollChoices.find((one) => one === values[`slot-${slotId}`]);
    return said ? [[slotId, said]] : [];
  });
  return {
    name: values['name'] ?? '',
    organizationName: values['organizationName'] ?? '',
    email: values['email'] ?? '',
    choices: Object.fromEntries(choices),
    comment: values['comment'] ?? '',
    canHost: values['canHost'] === 'oui',
    hostWords: values['hostWords'] ?? '',
    hosts: form.all('hosts').filter(isId),
  };
}

/** The form again, with what is wrong. */
export function wrongAnswer(
  form: SentForm,
  { reason, fields }: { reason: AgendaRefusal; fields: Readonly<Record<string, string>> },
): TypedAnswer {
  const named = Object.entries(fields).map(([name, message]) => [name.replace(/^fields\./, ''), message]);
  const errors = named.length > 0 ? Object.fromEntries(named) : { '': refusalText(reason) };
  return { values: form.values, hosts: form.all('hosts'), errors };
}
