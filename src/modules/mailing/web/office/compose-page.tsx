import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { mailSubjects } from '#platform/contributions/module.ts';
import { formatNumber } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { FieldRow, Form } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { itemsOf, readRef, writeRef } from '../../compose/item-of.ts';
import { isOpenToAll } from '../../domain/audience.ts';
import { subjectNames } from '../../domain/subject-names.ts';
import { paths } from '../../paths.ts';
import type { MailingDependencies } from '../../ports.ts';
import { audienceCounts } from '../../queries/audience.ts';
import { suggestedReaders } from '../../queries/suggested-conditions.ts';
import { AudienceFields, AudienceSummary, SendButton } from './audience-fields.tsx';
import { draftQuery, firstDraft, type Draft } from './draft.ts';
import { PreviewFrames } from './preview-frames.tsx';

/** What the page shows beside the draft itself. */
export interface ComposeState {
  draft: Draft;
  /** The mailing written further; null for a new one. */
  known: { id: string; version: number } | null;
  errors: Record<string, string>;
  values: Readonly<Record<string, string>>;
  status: number;
}

/** `GET /gestion/envois/ecrire?de=news.…`: the mail of one thing, ready to leave; without it, a free letter. */
export async function showCompose(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const refs = exchange.url.searchParams.getAll('de').flatMap((text) => readRef(text) ?? []);
  const items = await itemsOf(exchange.ctx, deps.mailables(), refs);
  if (refs.length > 0 && items.length === 0) return nothingToSend(exchange);
  return composePage(exchange, deps, { draft: firstDraft(items), known: null, errors: {}, values: {}, status: 200 });
}

/** The page on which a mailing is written, with what was typed. */
export async function composePage(
  exchange: Exchange,
  deps: MailingDependencies,
  { draft, known, errors, values, status }: ComposeState,
): Promise<Response> {
  const { ctx } = exchange;
  const items = draft.refs.map(({ kind, id }) => ({ kind, itemId: id }));
  const told = await itemsOf(ctx, deps.mailables(), draft.refs);
  const [segments, counts, suggested] = await Promise.all([
    deps.segments.list(ctx),
    audienceCounts(ctx, deps.segments, { ...draft, items }),
    suggestedReaders(ctx, deps.segments, told, { subject: draft.subject, items }),
  ]);
  const isSingle = draft.refs.length === 1;
  return exchange.page({
    title: isSingle ? 'Envoyer par mail' : 'Écrire une lettre',
    layout: 'office',
    section: paths.list,
    framesOwn: true,
    status,
    header: {
      lead: isSingle ? draft.title : 'Quelques mots à plusieurs, avec ou sans actualités.',
      trail: [
        { label: 'Envois', href: paths.list },
        { label: isSingle ? 'Envoyer par mail' : 'Lettre', href: paths.compose },
      ],
    },
    content: (
      <Form
        action={known ? paths.edit(known.id) : paths.compose}
        label="Écrire l’envoi"
        class="mailing-form"
        errors={summaryOf(errors)}
        hidden={{ [formKeyField]: exchange.formKey, ...(known ? { version: String(known.version) } : {}) }}
      >
        {/* The first button of a form is what the Enter key presses: it must not send. */}
        <button type="submit" name="faire" value="actualiser" class="visually-hidden" tabIndex={-1} aria-hidden="true">
          Recompter
        </button>
        {draft.refs.map((ref) => (
          <input type="hidden" name="de" value={writeRef(ref)} />
        ))}
        <div class="mailing-columns">
          <div class="mailing-words">
            <Panel title="Ce que dit le message">
              <Words draft={draft} errors={errors} />
            </Panel>
          </div>
          <div class="mailing-go">
            <Panel title="À qui">
              <es-audience-count data-source={paths.countOf} aria-live="polite">
                <AudienceSummary counts={counts} href={`${paths.recipientsOf}?${draftQuery(draft)}`} />
                <SendButton count={counts.receive} />
              </es-audience-count>
              {isSingle && (
                <p class="actions">
                  <Button kind="ghost" name="faire" value="recapitulatif">
                    Dans le prochain récapitulatif
                  </Button>
                </p>
              )}
              <AudienceFields audience={draft.audience} segments={segments} suggested={suggested} />
              <p>
                <Button kind="ghost" small name="faire" value="actualiser">
                  Recompter et revoir l’aperçu
                </Button>
              </p>
            </Panel>
            <Panel title="Plus tard, ou pour essayer">
              <FieldRow>
                <DateField
                  name="scheduledOn"
                  label="Jour"
                  value={values['scheduledOn'] ?? ''}
                  error={errors['scheduledOn']}
                />
                <TextField
                  name="scheduledAt"
                  label="Heure"
                  type="time"
                  size="short"
                  value={values['scheduledAt'] ?? '09:00'}
                  error={errors['scheduledAt']}
                />
              </FieldRow>
              <p class="actions">
                <Button kind="ghost" name="faire" value="programmer">
                  Programmer
                </Button>
                <Button kind="ghost" name="faire" value="garder">
                  Garder comme brouillon
                </Button>
                <Button kind="ghost" name="faire" value="essai">
                  M’envoyer un essai
                </Button>
              </p>
            </Panel>
          </div>
          <div class="mailing-seen">
            <PreviewFrames href={`${paths.previewOf}?${draftQuery(draft)}`} />
          </div>
        </div>
      </Form>
    ),
  });
}

function Words({ draft, errors }: { readonly draft: Draft; readonly errors: Record<string, string> }): JSX.Element {
  return (
    <>
      <TextField name="title" label="Objet du message" required value={draft.title} error={errors['title']} />
      <TextArea
        name="introduction"
        label="Un mot de vous, avant"
        hint="Facultatif. Une ligne vide sépare deux paragraphes."
        rows={draft.refs.length === 1 ? 3 : 8}
        value={draft.introduction}
        error={errors['introduction']}
      />
      <details class="more-fields">
        <summary>Sujet, résumé, archive</summary>
        <Select
          name="subject"
          label="Sujet"
          hint="Les abonné·es choisissent ce qu’ils reçoivent d’après lui."
          required
          value={draft.subject ?? ''}
          choices={mailSubjects.map((subject) => ({ value: subject, label: subjectNames[subject] }))}
          error={errors['subject']}
        />
        <TextField
          name="preview"
          label="Ce qui suit l’objet dans la liste des messages"
          value={draft.preview}
          error={errors['preview']}
        />
        <Checkbox
          name="archive"
          label="Montrer dans les lettres passées du site"
          hint={
            isOpenToAll(draft.audience)
              ? 'Tout le monde pourra le lire, et le flux RSS le dira. Jamais à qui il est parti.'
              : 'Écrit à un groupe choisi, ce message n’y sera pas : vous pourrez l’y montrer après son envoi.'
          }
          checked={draft.isArchived}
        />
      </details>
    </>
  );
}

function nothingToSend(exchange: Exchange): Promise<Response> {
  return exchange.page({
    title: 'Envoyer par mail',
    layout: 'office',
    section: paths.list,
    status: 404,
    content: (
      <EmptyState
        title="Il n’y a rien à envoyer"
        actions={<ButtonLink href={paths.list}>Retour aux envois</ButtonLink>}
      >
        <p>Ce contenu n’est pas public, ou ce rendez-vous est passé. Publiez-le d’abord : le mail mène à sa page.</p>
      </EmptyState>
    ),
  });
}

/** « 128 adresses » */
export const addresses = (count: number): string => `${formatNumber(count)} ${count > 1 ? 'adresses' : 'adresse'}`;
