import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { saveCourse } from '../../commands/save-course.ts';
import { setCourseState } from '../../commands/set-course-state.ts';
import { coursePath, officePaths } from '../../paths.ts';
import type { TrainingDependencies } from '../../ports.ts';
import { courseCounts } from '../../queries/course-counts.ts';
import { todayIn } from '../../queries/session-list.ts';
import { readCourse, type StoredCourse } from '../../queries/stored-course.ts';
import { nothingTyped, typedWith, type TypedHere } from '../typed.ts';
import { refusalText } from '../texts.ts';
import { CourseFieldset } from './course-fieldset.tsx';
import { courseInputFrom } from './course-input.ts';
import { trail } from './trail.ts';

/** `GET /gestion/formations/catalogue/ajouter` and `/:id`. */
export async function showCourse(exchange: Exchange, deps: TrainingDependencies): Promise<Response> {
  const id = exchange.param('id');
  const course = id ? await readCourse(exchange.ctx.db, id) : null;
  if (id && !course) return exchange.notFound();
  return coursePage(exchange, deps, course, nothingTyped);
}

/** `POST` of the same. */
export async function receiveCourse(exchange: Exchange, deps: TrainingDependencies): Promise<Response> {
  const { ctx } = exchange;
  const id = exchange.param('id');
  const course = id ? await readCourse(ctx.db, id) : null;
  if (id && !course) return exchange.notFound();
  const form = await exchange.form();
  const outcome = await execute(
    ctx,
    saveCourse,
    {
      id: course?.id ?? null,
      version: course ? Number(form.values['version']) : null,
      fields: await courseInputFrom(ctx, deps, form),
      act: form.values['act'] === 'publier' ? 'publish' : 'keep',
    },
    { key: form.key },
  );
  if (!outcome.ok) return coursePage(exchange, deps, course, typedWith(form, outcome), 422);
  const isPublic = outcome.value.status === 'published';
  return exchange.redirect(isPublic ? coursePath(outcome.value.slug) : officePaths.course(outcome.value.id), {
    tone: 'success',
    text: isPublic ? 'La formation est au catalogue.' : 'La formation est enregistrée, personne ne la voit encore.',
  });
}

/** `POST /gestion/formations/catalogue/:id/etat`. */
export async function receiveCourseAct(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const id = exchange.param('id');
  const acts = { publier: 'publish', cacher: 'hide', corbeille: 'trash', reprendre: 'restore' } as const;
  const act = acts[(form.values['act'] ?? exchange.query('act')) as keyof typeof acts];
  if (!act) return exchange.notFound();
  const outcome = await execute(exchange.ctx, setCourseState, { id, act }, { key: form.key });
  if (!outcome.ok && (outcome.reason === 'not_found' || outcome.reason === 'invalid')) return exchange.notFound();
  if (!outcome.ok)
    return exchange.redirect(officePaths.course(id), { tone: 'danger', text: refusalText(outcome.reason) });
  if (act === 'trash')
    return exchange.redirect(officePaths.courses, {
      tone: 'success',
      text: 'La formation est à la corbeille.',
      undo: { action: `${officePaths.courseAct(id)}?act=reprendre`, label: 'La reprendre' },
    });
  return exchange.redirect(officePaths.course(id), { tone: 'success', text: 'C’est fait.' });
}

async function coursePage(
  exchange: Exchange,
  deps: TrainingDependencies,
  course: StoredCourse | null,
  typed: TypedHere,
  status = 200,
): Promise<Response> {
  const { ctx } = exchange;
  const [themes, audiences, named, counts] = await Promise.all([
    deps.themes(ctx),
    deps.audiences(ctx),
    deps.organizations.named(ctx, course?.providerId ? [course.providerId] : []),
    courseCounts(ctx.db, todayIn(ctx)),
  ]);
  const isPublic = course?.status === 'published';
  const waiting = course ? (counts.get(course.id)?.interested ?? 0) : 0;
  const action = course ? officePaths.course(course.id) : officePaths.addCourse;
  return exchange.page({
    title: course?.title ?? 'Ajouter une formation',
    layout: 'office',
    section: officePaths.home,
    status,
    ...(course && isPublic ? { publicHref: coursePath(course.slug) } : {}),
    header: {
      trail: trail(
        { label: 'Catalogue', href: officePaths.courses },
        { label: course?.title ?? 'Ajouter', href: action },
      ),
      ...(course
        ? {
            actions: (
              <ButtonLink icon="plus" href={`${officePaths.addSession}?formation=${course.id}`}>
                Préparer une session
              </ButtonLink>
            ),
          }
        : {}),
    },
    content: (
      <>
        {waiting > 0 && (
          <Notice title={`${plural(waiting, 'personne attend', 'personnes attendent')} une session`}>
            <p>Elles seront prévenues d’elles-mêmes dès que vous ouvrirez une session.</p>
          </Notice>
        )}
        <Form
          action={action}
          label="Formation"
          draft={`formation-${course?.id ?? 'nouvelle'}`}
          errors={summaryOf(typed.errors)}
          hidden={{ [formKeyField]: exchange.formKey, ...(course ? { version: String(course.version) } : {}) }}
        >
          <CourseFieldset
            course={course}
            typed={typed}
            themes={themes}
            audiences={audiences}
            provider={(course?.providerId && named.get(course.providerId)?.name) || (course?.providerName ?? '')}
          />
          <SubmitBar
            label={isPublic ? 'Enregistrer' : 'Enregistrer le brouillon'}
            kind={isPublic ? 'primary' : 'ghost'}
          >
            {!isPublic && (
              <Button name="act" value="publier">
                Publier au catalogue
              </Button>
            )}
          </SubmitBar>
        </Form>
        {course && (
          <form class="actions" method="post" action={officePaths.courseAct(course.id)}>
            <input type="hidden" name={formKeyField} value={ctx.newId()} />
            {isPublic && (
              <Button kind="quiet" name="act" value="cacher">
                Retirer du catalogue
              </Button>
            )}
            <Button kind="quiet" icon="trash" name="act" value="corbeille">
              Mettre à la corbeille
            </Button>
          </form>
        )}
      </>
    ),
  });
}
