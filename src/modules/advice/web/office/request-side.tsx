import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Combobox } from '#ui/fields/combobox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { slotInWords } from '../../domain/slot-in-words.ts';
import { paths } from '../../paths.ts';
import type { Colleague } from '../../queries/colleagues.ts';
import type { RequestSheet } from '../../queries/request-sheet.ts';
import { situationChoices, situationName } from '../texts.ts';
import { ClosePanel } from './close-panel.tsx';
import type { TypedHere } from './request-page.tsx';

interface RequestSideProps {
  readonly exchange: Exchange;
  readonly sheet: RequestSheet;
  readonly keeps: boolean;
  readonly team: readonly Colleague[];
  readonly referrers: readonly string[];
  readonly typed: TypedHere;
}

/** Who asks, who has it, how it ends. */
export function RequestSide(props: RequestSideProps): JSX.Element {
  const { exchange, sheet, keeps } = props;
  return (
    <>
      <Asker sheet={sheet} zone={exchange.ctx.zone} keeps={keeps} />
      {keeps && sheet.request.state === 'waiting' && !sheet.request.assignedToId && (
        <Form
          action={paths.take(sheet.request.id)}
          label="Prendre la demande"
          hidden={{ [formKeyField]: exchange.ctx.newId() }}
        >
          <SubmitBar kind="dark" label="Je m’en occupe" />
        </Form>
      )}
      {keeps && <Arrangement {...props} />}
      {keeps && <ClosePanel exchange={exchange} sheet={sheet} typed={props.typed} />}
    </>
  );
}

function Asker({
  sheet: { request, slot, referrer, assignedTo },
  zone,
  keeps,
}: {
  readonly sheet: RequestSheet;
  readonly zone: string;
  readonly keeps: boolean;
}): JSX.Element {
  const { email, phone } = request;
  return (
    <Panel title="Qui demande">
      <DescriptionList
        rows={[
          { term: 'Nom', value: request.name },
          { term: 'E-mail', value: email ? <a href={`mailto:${email}`}>{email}</a> : undefined },
          {
            term: 'Téléphone',
            value: phone ? <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a> : undefined,
            ...(request.wantsCall
              ? { note: `Préfère un rappel${request.callWhen ? ` : ${request.callWhen}` : ''}` }
              : {}),
          },
          {
            term: 'Rendez-vous',
            value: slot ? slotInWords(slot, zone) : undefined,
            ...(slot?.place ? { note: slot.place } : {}),
          },
          {
            term: 'Venue de la page',
            value: request.cameFrom ? <a href={request.cameFrom}>{request.cameFrom}</a> : undefined,
          },
          ...(keeps
            ? []
            : [
                { term: 'Se présente comme', value: request.situation ? situationName(request.situation) : undefined },
                { term: 'Envoyée par', value: referrer ?? undefined },
                { term: 'Confiée à', value: assignedTo ?? undefined },
              ]),
        ]}
      />
    </Panel>
  );
}

function Arrangement({ exchange, sheet, team, referrers, typed: { values, errors } }: RequestSideProps): JSX.Element {
  const { request, referrer } = sheet;
  return (
    <Panel title="Suivi">
      <Form
        action={paths.arrange(request.id)}
        label="Suivi"
        errors={summaryOf(errors)}
        hidden={{ [formKeyField]: exchange.ctx.newId(), version: String(request.version) }}
      >
        <Select
          name="assignedToId"
          label="Qui s’en occupe"
          placeholder="Personne encore"
          value={values['assignedToId'] ?? request.assignedToId ?? ''}
          error={errors['assignedToId']}
          choices={team.map(({ id, name, isBoard }) => ({ value: id, label: isBoard ? `${name} (CA)` : name }))}
        />
        <Select
          name="situation"
          label="Profil"
          placeholder="Sans précision"
          value={values['situation'] ?? request.situation ?? ''}
          choices={situationChoices}
        />
        <Combobox
          name="referrer"
          label="Qui l’a envoyée"
          hint="France Travail, la mairie, un ami…"
          options={referrers}
          value={values['referrer'] ?? referrer ?? ''}
          error={errors['referrer']}
        />
        <TextField
          name="tags"
          label="Étiquettes"
          hint="Séparées par des virgules."
          value={values['tags'] ?? request.tags.join(', ')}
          error={errors['tags']}
        />
        <SubmitBar kind="ghost" label="Enregistrer" />
      </Form>
    </Panel>
  );
}
