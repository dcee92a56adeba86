import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { refuse } from '#platform/outcome/outcome.ts';
import { chooseReach } from '../../commands/choose-reach.ts';
import { addDelegate, endDelegate } from '../../commands/keep-delegates.ts';
import { chooseWrittenTo, joinHousehold, leaveHousehold } from '../../commands/keep-households.ts';
import { tagPeople, untagPeople } from '../../commands/keep-tags.ts';
import { personTyped } from '../../queries/named-subjects.ts';
import { DelegateForm, HouseholdForm } from '../person/around-forms.tsx';
import { severalPeople, unknownPerson } from '../texts.ts';
import { answerAct, personOfAddress } from './answer-act.tsx';

/** The other person a form names, by id when the page knows her, else as typed. */
async function otherOf(exchange: Exchange, values: Readonly<Record<string, string>>) {
  if (isId(values['otherId'] ?? '')) return { id: values['otherId'] ?? '' };
  const found = await personTyped(exchange.ctx.db, values['other'] ?? '');
  if (typeof found === 'object') return found;
  return refuse('invalid', { fields: { other: found === 'several' ? severalPeople : unknownPerson } });
}

export const receiveTag = async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const personIds = [exchange.param('id')];
  const outcome = await execute(exchange.ctx, tagPeople, { personIds, label: values['label'] }, { key });
  return answerAct(exchange, outcome, {
    subject: personOfAddress(exchange),
    part: 'etiquettes',
    done: 'L’étiquette est posée.',
  });
};

export const receiveTagRemoval = async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const personIds = [exchange.param('id')];
  const outcome = await execute(exchange.ctx, untagPeople, { personIds, tagId: values['tagId'] }, { key });
  return answerAct(exchange, outcome, {
    subject: personOfAddress(exchange),
    part: 'etiquettes',
    done: 'L’étiquette est retirée.',
  });
};

export const receiveHousehold = async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const shown = {
    subject: personOfAddress(exchange),
    part: 'foyer',
    done: 'Ces personnes sont du même foyer.',
    form: { title: 'Même foyer', values, draw: HouseholdForm },
  };
  const other = await otherOf(exchange, values);
  if (!('id' in other)) return answerAct(exchange, other, shown);
  const outcome = await execute(
    exchange.ctx,
    joinHousehold,
    { personId: exchange.param('id'), otherId: other.id },
    { key },
  );
  return answerAct(exchange, outcome, shown);
};

export const receiveHouseholdLeft = async (exchange: Exchange) => {
  const { key } = await exchange.form();
  const outcome = await execute(exchange.ctx, leaveHousehold, { personId: exchange.param('id') }, { key });
  return answerAct(exchange, outcome, {
    subject: personOfAddress(exchange),
    part: 'foyer',
    done: 'Cette personne n’est plus de ce foyer.',
  });
};

export const receiveWrittenTo = async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const outcome = await execute(
    exchange.ctx,
    chooseWrittenTo,
    { householdId: values['householdId'], personId: values['personId'] || null },
    { key },
  );
  return answerAct(exchange, outcome, { subject: personOfAddress(exchange), part: 'foyer', done: 'C’est noté.' });
};

export const receiveDelegate = async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const shown = {
    subject: personOfAddress(exchange),
    part: 'delegations',
    done: 'C’est noté.',
    form: { title: 'Quelqu’un agit pour elle', values, draw: DelegateForm },
  };
  const other = await otherOf(exchange, values);
  if (!('id' in other)) return answerAct(exchange, other, shown);
  const outcome = await execute(
    exchange.ctx,
    addDelegate,
    { personId: exchange.param('id'), delegateId: other.id, purpose: values['purpose'] },
    { key },
  );
  return answerAct(exchange, outcome, shown);
};

export const receiveDelegateEnd = async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const outcome = await execute(exchange.ctx, endDelegate, { id: values['id'] }, { key });
  return answerAct(exchange, outcome, {
    subject: personOfAddress(exchange),
    part: 'delegations',
    done: 'Cette personne n’agit plus pour elle.',
  });
};

export const receiveReach = async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const outcome = await execute(
    exchange.ctx,
    chooseReach,
    { personId: exchange.param('id'), channel: values['channel'], note: values['note'] },
    { key },
  );
  return answerAct(exchange, outcome, { subject: personOfAddress(exchange), part: 'joindre', done: 'C’est noté.' });
};
