import type { JSX } from 'preact';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Combobox } from '#ui/fields/combobox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import type { HubSettings, TerritoryPart } from '../../domain/hub-settings.ts';
import { territoryChoices } from '../../queries/territory-choices.ts';
import { summaryOf } from '../form-errors.ts';
import { paths } from '../paths.ts';
import { landOf } from '../hub-look.ts';

const kindNames: Readonly<Record<TerritoryPart['kind'], string>> = {
  municipality: 'Commune',
  epci: 'Intercommunalité',
  departement: 'Département',
};

export interface TerritoryEditorProps {
  readonly exchange: Exchange;
  readonly settings: HubSettings;
  /** Where its forms are sent. */
  readonly action: string;
  /** A name typed that may mean several places. */
  readonly unclear: string;
}

/** The territory, part by part: one field to add, a list to reorder and reduce. Works without script. */
export function TerritoryEditor({ exchange, settings, action, unclear }: TerritoryEditorProps): JSX.Element {
  const choices = unclear ? territoryChoices(unclear) : [];
  const error = unclear
    ? choices.length > 0
      ? 'Plusieurs endroits portent ce nom : choisissez ci-dessous.'
      : 'Nous ne connaissons pas cet endroit. Vérifiez l’orthographe, ou essayez le code postal.'
    : undefined;
  return (
    <>
      <Form
        action={action}
        label="Ajouter au territoire"
        errors={summaryOf(error ? { place: error } : {})}
        hidden={{ [formKeyField]: exchange.formKey, act: 'add' }}
      >
        <Combobox
          name="place"
          label="Commune, intercommunalité ou département"
          hint="Une intercommunalité suffit pour toutes ses communes. Le code postal marche aussi."
          value={unclear}
          error={error}
          source={paths.territoryChoices}
        />
        <SubmitBar label="Ajouter" kind={settings.territory.length > 0 ? 'ghost' : 'primary'} />
      </Form>
      {choices.length > 0 && (
        <Panel title="Lequel ?">
          <div class="row">
            {choices.map((choice) => (
              <PartForm
                exchange={exchange}
                action={action}
                act="add"
                fields={{ place: choice.text }}
                label={choice.text}
              />
            ))}
          </div>
        </Panel>
      )}
      <DataTable<TerritoryPart>
        id="territoire"
        caption="Votre territoire"
        rows={settings.territory}
        rowId={(part) => `${part.kind}:${part.code}`}
        rowName={(part) => part.label}
        columns={[
          { key: 'label', label: 'Nom', cell: (part) => part.label },
          { key: 'kind', label: 'Quoi', cell: (part) => kindNames[part.kind] },
          {
            key: 'acts',
            label: 'Gérer',
            cell: (part) => <PartActs exchange={exchange} action={action} part={part} settings={settings} />,
          },
        ]}
        empty={
          <EmptyState title="Pas encore de territoire" territory={landOf(settings)}>
            <p>Ajoutez la première commune ou intercommunalité : l’annuaire et la carte s’y centreront.</p>
          </EmptyState>
        }
      />
    </>
  );
}

function PartActs({
  exchange,
  action,
  part,
  settings,
}: Pick<TerritoryEditorProps, 'exchange' | 'action' | 'settings'> & { readonly part: TerritoryPart }): JSX.Element {
  const place = settings.territory.indexOf(part);
  const fields = { kind: part.kind, code: part.code };
  return (
    <div class="row">
      {place > 0 && (
        <PartForm
          exchange={exchange}
          action={action}
          act="up"
          fields={fields}
          label="Monter"
          says={`Monter ${part.label}`}
        />
      )}
      {place < settings.territory.length - 1 && (
        <PartForm
          exchange={exchange}
          action={action}
          act="down"
          fields={fields}
          label="Descendre"
          says={`Descendre ${part.label}`}
        />
      )}
      <PartForm
        exchange={exchange}
        action={action}
        act="remove"
        fields={fields}
        label="Retirer"
        says={`Retirer ${part.label}`}
      />
    </div>
  );
}

interface PartFormProps {
  readonly exchange: Exchange;
  readonly action: string;
  readonly act: 'add' | 'up' | 'down' | 'remove';
  readonly fields: Readonly<Record<string, string>>;
  readonly label: string;
  readonly says?: string;
}

function PartForm({ exchange, action, act, fields, label, says }: PartFormProps): JSX.Element {
  return (
    <form method="post" action={action}>
      {Object.entries({ ...fields, act, [formKeyField]: exchange.ctx.newId() }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button kind="quiet" small aria-label={says}>
        {label}
      </Button>
    </form>
  );
}
