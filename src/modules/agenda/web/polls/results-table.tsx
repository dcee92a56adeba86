import type { ComponentChildren, JSX } from 'preact';
import { capitalised, plural } from '#platform/french/index.ts';
import { Chip } from '#ui/components/chip.tsx';
import type { PollAnswer, PollSheet } from '../../queries/polls/poll-sheet.ts';
import { choiceNames } from './answer-form.tsx';
import { aroundInWords, slotInWords } from './slot-in-words.ts';

interface ResultsProps {
  readonly sheet: PollSheet;
  readonly today: Temporal.PlainDate;
  /** Names are for whoever may see them. */
  readonly withNames: boolean;
  /** What stands beside the name of who answered. */
  readonly beside?: (answer: PollAnswer) => ComponentChildren;
}

/** Dates in rows, the best ones marked; then who answered what. */
export function Results({ sheet, today, withNames, beside }: ResultsProps): JSX.Element {
  const { slots, answers } = sheet;
  return (
    <>
      <ul class="poll-results">
        {slots.map((slot) => (
          <li class={slot.isBest ? 'best' : undefined}>
            <p>
              <b>{capitalised(slotInWords(slot, today))}</b> {slot.isBest && <Chip strong>Le mieux</Chip>}
              {slot.isBlocked && <Chip>Quelqu’un d’indispensable ne peut pas</Chip>}
            </p>
            <p class="facts">
              {plural(slot.yes, 'oui', 'oui')} · {slot.maybe} si besoin · {plural(slot.no, 'non', 'non')}
            </p>
            {aroundInWords(slot) && <p class="facts">{capitalised(aroundInWords(slot))}</p>}
            <meter min={0} max={Math.max(1, answers.length)} value={slot.yes}>
              {slot.yes}
            </meter>
          </li>
        ))}
      </ul>
      {withNames && answers.length > 0 && (
        <section class="poll-frame" tabindex={0} aria-label="Réponses">
          <table class="poll-table">
            <caption class="visually-hidden">Réponses</caption>
            <thead>
              <tr>
                <th scope="col">Qui</th>
                {slots.map((slot) => (
                  <th scope="col">{slotInWords(slot, today)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {answers.map((answer) => (
                <tr>
                  <th scope="row">
                    {answer.name}
                    {answer.organizationName && <span class="facts">{answer.organizationName}</span>}
                    {answer.canHost && (
                      <span class="facts">peut accueillir{answer.hostWords && ` (${answer.hostWords})`}</span>
                    )}
                    {answer.comment && <p class="facts">« {answer.comment} »</p>}
                    {beside?.(answer)}
                  </th>
                  {slots.map(({ slotId }) => {
                    const choice = answer.choices.get(slotId);
                    return <td class={choice}>{choice ? choiceNames[choice] : '—'}</td>;
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
