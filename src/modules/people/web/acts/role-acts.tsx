import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { refuse } from '#platform/outcome/outcome.ts';
import { registerPerson } from '#modules/identity/index.ts';
import { adoptContact } from '../../commands/adopt-contact.ts';
import {
  beginOrganizationRole,
  editOrganizationRole,
  endOrganizationRole,
} from '../../commands/keep-organization-roles.ts';
import { namesOf } from '../../domain/names-of.ts';
import type { RelationSubject } from '../../domain/relation-subject.ts';
import { personTyped, structureTyped } from '../../queries/named-subjects.ts';
import { roleOf, type ShownRole } from '../../queries/relations.ts';
import { RoleForm } from '../relations/role-form.tsx';
import type { Typed } from '../relations/relation-form.ts';
import { severalPeople, unknownPerson, unknownStructure } from '../texts.ts';
import { answerAct, formPage, organizationOfAddress, type SubjectOf } from './answer-act.tsx';

/** `POST …/structures`: someone has a role in a structure. */
export const receiveRole = (subjectOf: SubjectOf) => async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const subject = subjectOf(exchange);
  const shown = {
    subject,
    part: 'structures',
    done: 'Le rôle est noté.',
    form: {
      title: 'personId' in subject ? 'Ajouter un rôle dans une structure' : 'Rattacher une personne',
      values,
      draw: (props: Parameters<typeof RoleForm>[0] | object) => (
        <RoleForm
          {...(props as Parameters<typeof RoleForm>[0])}
          other={'personId' in subject ? 'structure' : 'person'}
        />
      ),
    },
  };
  const pair = await bothSides(exchange, subject, values);
  if (typeof pair === 'string') return answerAct(exchange, refuse('invalid', { fields: { other: pair } }), shown);
  const outcome = await execute(exchange.ctx, beginOrganizationRole, { ...pair, ...roleTyped(values) }, { key });
  return answerAct(exchange, outcome, shown);
};

const roleTyped = (values: Typed) => ({
  kind: values['kind'],
  function: values['function'],
  startsOn: values['startsOn'],
  receivesMail: values['receivesMail'] === 'oui',
});

/** The person and the structure meant, or why they cannot be told. */
async function bothSides(
  { ctx }: Exchange,
  subject: RelationSubject,
  values: Typed,
): Promise<{ personId: string; organizationId: string } | string> {
  const typed = values['other'] ?? '';
  if ('personId' in subject) {
    const found = await structureTyped(ctx.db, typed);
    if (typeof found === 'string') return unknownStructure;
    return { personId: subject.personId, organizationId: found.id };
  }
  const found = await personTyped(ctx.db, typed);
  if (typeof found === 'object') return { personId: found.id, organizationId: subject.organizationId };
  if (values['isNew'] !== 'oui') return found === 'several' ? severalPeople : unknownPerson;
  const added = await execute(ctx, registerPerson, namesOf(typed));
  if (!added.ok) return Object.values(added.fields)[0] ?? unknownPerson;
  return { personId: added.value.personId, organizationId: subject.organizationId };
}

async function roleOfAddress(exchange: Exchange, subject: RelationSubject): Promise<ShownRole | null> {
  const id = exchange.param('role');
  const role = isId(id) ? await roleOf(exchange.ctx.db, id) : null;
  const isMeant =
    'personId' in subject ? role?.personId === subject.personId : role?.organizationId === subject.organizationId;
  return isMeant ? role : null;
}

/** `GET …/structures/:role` */
export const showRole = (subjectOf: SubjectOf) => async (exchange: Exchange) => {
  const subject = subjectOf(exchange);
  const role = await roleOfAddress(exchange, subject);
  if (!role) return exchange.notFound();
  return formPage(exchange, {
    subject,
    part: 'structures',
    form: {
      title: `${role.personName} : rôle dans ${role.organizationName}`,
      values: {
        kind: role.kind,
        function: role.function,
        startsOn: role.startsOn?.toString() ?? '',
        endsOn: role.endsOn?.toString() ?? '',
        receivesMail: role.receivesMail ? 'oui' : '',
      },
      draw: (props) => <RoleForm {...props} other={null} />,
    },
  });
};

export const receiveRoleEdit = (subjectOf: SubjectOf) => async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const subject = subjectOf(exchange);
  const role = await roleOfAddress(exchange, subject);
  if (!role) return exchange.notFound();
  const outcome = await execute(
    exchange.ctx,
    editOrganizationRole,
    { id: role.id, ...roleTyped(values), endsOn: values['endsOn'] },
    { key },
  );
  return answerAct(exchange, outcome, {
    subject,
    part: 'structures',
    done: 'Le rôle est corrigé.',
    form: {
      title: `${role.personName} : rôle dans ${role.organizationName}`,
      values,
      draw: (props) => <RoleForm {...props} other={null} />,
    },
  });
};

export const receiveRoleEnd = (subjectOf: SubjectOf) => async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const outcome = await execute(exchange.ctx, endOrganizationRole, { id: values['id'] }, { key });
  return answerAct(exchange, outcome, {
    subject: subjectOf(exchange),
    part: 'structures',
    done: 'Le rôle est terminé ; il reste dans l’historique.',
  });
};

/** `POST /gestion/annuaire/:id/relations/contacts`: someone the directory names becomes a known person. */
export const receiveContact = async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const outcome = await execute(exchange.ctx, adoptContact, { contactId: values['contactId'] }, { key });
  return answerAct(exchange, outcome, {
    subject: organizationOfAddress(exchange),
    part: 'structures',
    done: 'La personne est rattachée à la structure.',
  });
};
