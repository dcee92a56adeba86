import type { JSX } from 'preact';
import { formatDate } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Button } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { FileField } from '#ui/fields/file-field.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { galleryPath, officePath, officePhotoPath, officeThumbnailPath } from '../../paths.ts';
import type { PhotosDependencies, PhotoUse } from '../../ports.ts';
import { peopleOfPhoto, photoSheet, type PersonOnPhoto, type PhotoSheet } from '../../queries/photo-sheet.ts';
import { photoTitle } from '../texts.ts';
import { PeoplePanel } from './people-panel.tsx';
import { SheetForm, valuesOf } from './sheet-form.tsx';

export interface SheetState {
  readonly values?: Readonly<Record<string, string>>;
  /** What was typed of a person to name. */
  readonly people?: Readonly<Record<string, string>>;
  readonly errors?: Readonly<Record<string, string>>;
  readonly status?: number;
}

/** `GET /gestion/photos/:id` */
export async function showSheet(
  exchange: Exchange,
  deps: PhotosDependencies,
  state: SheetState = {},
): Promise<Response> {
  const id = exchange.param('id');
  const sheet = isId(id) ? await photoSheet(exchange.ctx.db, id) : null;
  if (!sheet) return exchange.notFound();
  const [people, uses] = await Promise.all([peopleOfPhoto(exchange.ctx.db, id), deps.uses(exchange.ctx, [id])]);
  const { values = valuesOf(sheet), errors = {} } = state;
  return exchange.page({
    title: sheet.occasion || photoTitle(sheet),
    layout: 'office',
    section: officePath,
    ...(state.status ? { status: state.status } : {}),
    ...(sheet.isForPress && !sheet.isWithheld ? { publicHref: galleryPath } : {}),
    header: {
      trail: [{ label: 'Photothèque', href: officePath }],
      facts: `Envoyée le ${formatDate(Temporal.Instant.from(sheet.sentAt), { zone: exchange.hub.zone })} · ${sheet.width} × ${sheet.height} pixels`,
      actions: sheet.isTrashed ? undefined : <TrashButton exchange={exchange} id={id} />,
    },
    content: (
      <>
        <Standing exchange={exchange} sheet={sheet} people={people} />
        <Columns
          main={<SheetForm exchange={exchange} sheet={sheet} values={values} errors={errors} />}
          side={
            <>
              <PeoplePanel
                exchange={exchange}
                sheet={sheet}
                people={people}
                values={state.people ?? {}}
                errors={errors}
              />
              <UsesPanel uses={uses} />
              {!sheet.isTrashed && <ReplacePanel exchange={exchange} id={id} error={errors['file']} />}
            </>
          }
        />
      </>
    ),
  });
}

function TrashButton({ exchange, id }: { readonly exchange: Exchange; readonly id: string }): JSX.Element {
  return (
    <form method="post" action={`${officePath}/lot`}>
      <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
      <input type="hidden" name="ids" value={id} />
      <Button kind="quiet" icon="trash" name="action" value="corbeille">
        Corbeille
      </Button>
    </form>
  );
}

interface StandingProps {
  readonly exchange: Exchange;
  readonly sheet: PhotoSheet;
  readonly people: readonly PersonOnPhoto[];
}

/** Why the photo does not show, and what to do. */
function Standing({ exchange, sheet, people }: StandingProps): JSX.Element | null {
  if (sheet.isTrashed)
    return (
      <Notice
        state="warning"
        title="Cette photo est à la corbeille"
        actions={
          <form method="post" action={`${officePath}/reprendre`}>
            <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
            <input type="hidden" name="ids" value={sheet.id} />
            <Button small kind="ghost" icon="undo">
              Reprendre
            </Button>
          </form>
        }
      >
        <p>Aucune page ne la montre. Elle sera effacée après trente jours.</p>
      </Notice>
    );
  const hasRefusal = people.some(({ state }) => state === 'refused' || state === 'withdrawn');
  if (hasRefusal) {
    const isNew = people.some(({ state, isSeen }) => (state === 'refused' || state === 'withdrawn') && !isSeen);
    return (
      <Notice
        state="danger"
        title="Une personne n’est pas d’accord : la photo est cachée partout"
        actions={
          isNew && (
            <form method="post" action={`${officePhotoPath(sheet.id)}/vu`}>
              <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
              <Button small kind="ghost" icon="check">
                C’est vu
              </Button>
            </form>
          )
        }
      >
        <p>
          Choisissez une autre photo pour les pages ci-dessous, ou remplacez celle-ci par une vue où l’on ne la
          reconnaît pas.
        </p>
      </Notice>
    );
  }
  if (sheet.isWithheld)
    return (
      <Notice state="warning" title="Cette photo est cachée en attendant les accords">
        <p>
          {people.length === 0
            ? 'Nommez les personnes que l’on y reconnaît.'
            : 'Elle se montrera d’elle-même quand chaque personne aura dit oui.'}
        </p>
      </Notice>
    );
  return null;
}

function UsesPanel({ uses }: { readonly uses: readonly PhotoUse[] }): JSX.Element {
  return (
    <Panel title="Où elle sert">
      {uses.length === 0 ? (
        <p class="facts">Aucune page ne la montre encore.</p>
      ) : (
        <ul>
          {uses.map(({ label, href, isPublic }) => (
            <li>
              <a href={href}>{label}</a>
              {!isPublic && ' (pas encore public)'}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface ReplacePanelProps {
  readonly exchange: Exchange;
  readonly id: string;
  readonly error: string | undefined;
}

function ReplacePanel({ exchange, id, error }: ReplacePanelProps): JSX.Element {
  return (
    <Panel title="Remplacer le fichier" id="remplacer">
      <Form
        action={`${officePhotoPath(id)}/remplacer`}
        withFiles
        hidden={{ [formKeyField]: exchange.ctx.newId() }}
        label="Remplacer le fichier"
      >
        <FileField
          name="file"
          label="Nouveau fichier"
          hint="Toutes les pages montreront celui-ci."
          accept="image/*"
          error={error}
          required
        />
        <Checkbox
          name="same"
          label="C’est la même prise de vue, recadrée ou retouchée"
          hint="Les accords restent. Sinon, il faudra les demander de nouveau."
        />
        <SubmitBar label="Remplacer" kind="ghost" />
      </Form>
      <p class="facts">
        <a href={officeThumbnailPath(id, 1280)}>Voir la photo en grand</a>
      </p>
    </Panel>
  );
}
