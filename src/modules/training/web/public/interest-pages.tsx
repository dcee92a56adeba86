import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { robotTrapField } from '#ui/fields/robot-trap.tsx';
import { askToBeTold, confirmInterest, forgetInterest, interestPurpose } from '../../commands/interests.ts';
import { confirmInterestPath, coursePath, coursesPath } from '../../paths.ts';
import type { TrainingDependencies } from '../../ports.ts';
import { courseOfInterest } from '../../queries/interests.ts';
import { isPublicCourse } from '../../queries/stored-course.ts';
import { typedWith } from '../typed.ts';
import { coursePage, publicCourseAt } from './course-page.tsx';
import { privatePage } from './private-page.ts';

const thanks = {
  tone: 'success',
  text: 'Une lettre vient de partir : suivez son lien pour confirmer que cette adresse est la vôtre.',
} as const;

/** `POST /formations/:slug/prevenir`. */
export async function receiveInterest(exchange: Exchange, deps: TrainingDependencies): Promise<Response> {
  const course = await publicCourseAt(exchange);
  if (!course || !isPublicCourse(course)) return exchange.notFound();
  const form = await exchange.form();
  if (form.values[robotTrapField]) return exchange.redirect(coursePath(course.slug), thanks);
  const input = { courseId: course.id, email: form.values['email'] ?? '', name: form.values['name'] ?? '' };
  const outcome = await execute(exchange.ctx, askToBeTold(deps), input, { key: form.key });
  if (!outcome.ok) return coursePage(exchange, deps, course, typedWith(form, outcome), 422);
  return exchange.redirect(coursePath(course.slug), thanks);
}

/** `GET /formations/interet/:secret`: asks for a click, since mail programs follow links by themselves. */
export async function showConfirmInterest(exchange: Exchange, { links }: TrainingDependencies): Promise<Response> {
  const id = links.read(interestPurpose, exchange.hub.id, exchange.param('secret'));
  const course = id ? await courseOfInterest(exchange.ctx.db, id) : null;
  if (!course) return exchange.notFound();
  return privatePage(exchange, {
    title: 'Être prévenu·e',
    content: (
      <>
        <PageHeader title="Être prévenu·e" lead={`De la prochaine session de « ${course.title} ».`} />
        <form class="actions" method="post" action={confirmInterestPath(exchange.param('secret'))}>
          <input type="hidden" name={formKeyField} value={exchange.formKey} />
          <Button name="act" value="oui">
            Oui, prévenez-moi
          </Button>
          <Button kind="quiet" name="act" value="non">
            Non, oubliez cette demande
          </Button>
        </form>
      </>
    ),
  });
}

/** `POST` of the same. */
export async function receiveConfirmInterest(exchange: Exchange, { links }: TrainingDependencies): Promise<Response> {
  const id = links.read(interestPurpose, exchange.hub.id, exchange.param('secret'));
  const course = id ? await courseOfInterest(exchange.ctx.db, id) : null;
  if (!id || !course) return exchange.notFound();
  const form = await exchange.form();
  const isGone = form.values['act'] === 'non';
  const outcome = await execute(exchange.ctx, isGone ? forgetInterest : confirmInterest, { id }, { key: form.key });
  if (!outcome.ok) return exchange.notFound();
  return exchange.redirect(isPublicCourse(course) ? coursePath(course.slug) : coursesPath, {
    tone: 'success',
    text: isGone ? 'C’est oublié.' : 'C’est noté : vous serez prévenu·e de la prochaine session.',
  });
}
