import type { VNode } from 'preact';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';
import type { RelationSubject } from '../../domain/relation-subject.ts';
import { paths, relationsPath } from '../../paths.ts';
import { subjectName } from '../../queries/known-subjects.ts';
import type { RelationFormProps, Typed } from '../relations/relation-form.ts';
import { refusals } from '../texts.ts';

/** Whom the address is about; the same acts serve people and structures. */
export type SubjectOf = (exchange: Exchange) => RelationSubject;

export const personOfAddress: SubjectOf = (exchange) => ({ personId: exchange.param('id') });
export const organizationOfAddress: SubjectOf = (exchange) => ({ organizationId: exchange.param('id') });

interface Answer {
  readonly subject: RelationSubject;
  /** Where on the sheet: « statuts ». */
  readonly part: string;
  readonly done: string;
  /** The form to show again, alone, when something was refused. */
  readonly form?: { title: string; values: Typed; draw: (props: RelationFormProps) => VNode };
}

/** Back to the sheet with what was done; or the form again, with why it was not. */
export async function answerAct(exchange: Exchange, outcome: Outcome<unknown>, answer: Answer): Promise<Response> {
  const path = `${relationsPath(answer.subject)}#${answer.part}`;
  if (outcome.ok) return exchange.redirect(path, { tone: 'success', text: answer.done });
  if (outcome.reason === 'not_found' || outcome.reason === 'forbidden') return exchange.notFound();
  const errors =
    Object.keys(outcome.fields).length > 0
      ? outcome.fields
      : { '': refusals[outcome.reason] ?? 'Ce n’est pas possible.' };
  if (!answer.form) return exchange.redirect(path, { tone: 'danger', text: Object.values(errors)[0] ?? '' });
  return formPage(exchange, { ...answer, form: { ...answer.form, errors } });
}

interface Shown extends Omit<Answer, 'done' | 'form'> {
  readonly form: NonNullable<Answer['form']> & { errors?: Typed };
}

/** One form of a sheet on a page of its own. */
export async function formPage(exchange: Exchange, { subject, part, form }: Shown): Promise<Response> {
  const id = 'personId' in subject ? subject.personId : subject.organizationId;
  const name = isId(id) ? await subjectName(exchange.ctx.db, subject) : null;
  if (name === null) return exchange.notFound();
  const isPerson = 'personId' in subject;
  const back = relationsPath(subject);
  return exchange.page({
    title: form.title,
    layout: 'office',
    section: isPerson ? paths.people : paths.directory,
    status: form.errors ? 422 : 200,
    header: {
      trail: [
        isPerson ? { label: 'Personnes', href: paths.people } : { label: 'Réseau', href: paths.directory },
        { label: name, href: back },
      ],
    },
    content: form.draw({
      action: exchange.url.pathname,
      formKey: exchange.ctx.newId(),
      values: form.values,
      errors: form.errors ?? {},
      cancelHref: `${back}#${part}`,
    }),
  });
}
