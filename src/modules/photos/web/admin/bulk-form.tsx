import type { JSX } from 'preact';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { Icon } from '#ui/components/icon.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { officePath } from '../../paths.ts';
import type { PhotoRow } from '../../queries/photo-list.ts';
import { meansNames } from '../texts.ts';
import { PhotoTile } from './photo-tile.tsx';
import { photosHref, type PhotoQuery } from './photo-query.ts';

interface BulkFormProps {
  readonly exchange: Exchange;
  readonly query: PhotoQuery;
  readonly rows: readonly PhotoRow[];
}

/** The photos found, and what can be said of those ticked. */
export function BulkForm({ exchange, query, rows }: BulkFormProps): JSX.Element {
  return (
    <es-bulk class="table-set" data-one="photo cochée" data-many="photos cochées">
      <form method="post" action={`${officePath}/lot`}>
        <input type="hidden" name={formKeyField} value={exchange.formKey} />
        <input type="hidden" name="retour" value={photosHref(query, { page: query.page })} />
        <label class="choice photo-all" hidden data-all-line>
          <input type="checkbox" data-all />
          <span>Tout sélectionner</span>
        </label>
        <ul class="photo-grid plain">
          {rows.map((photo) => (
            <PhotoTile photo={photo} />
          ))}
        </ul>
        <div class="bulk-bar">
          <p data-count aria-live="polite">
            Pour les photos cochées :
          </p>
          {query.isTrash ? (
            <Button small kind="ghost" name="action" value="restaurer" icon="undo">
              Reprendre
            </Button>
          ) : (
            <Acts />
          )}
        </div>
      </form>
      <p class="exports">
        <Icon name="download" />
        Télécharger cette liste :{' '}
        <a href={photosHref(query, {}, `${officePath}.csv`)} download>
          CSV
        </a>
      </p>
    </es-bulk>
  );
}

function Acts(): JSX.Element {
  return (
    <>
      <Button small kind="ghost" name="action" value="personne">
        Personne de reconnaissable
      </Button>
      <Button small kind="ghost" name="action" value="presse">
        Libres pour la presse
      </Button>
      <Button small kind="ghost" name="action" value="pas-presse">
        Plus pour la presse
      </Button>
      <Button small kind="danger" name="action" value="corbeille">
        Corbeille
      </Button>
      <details class="bulk-more">
        <summary>Mots-clés, crédit, occasion, date</summary>
        <div class="bulk-fields">
          <TextField name="mots" label="Mots-clés à ajouter" hint="Séparés par des virgules." />
          <Button small kind="ghost" name="action" value="mots">
            Ajouter ces mots-clés
          </Button>
          <TextField name="credit" label="Crédit" />
          <Button small kind="ghost" name="action" value="credit">
            Donner ce crédit
          </Button>
          <TextField name="occasion" id="champ-occasion-lot" label="Occasion" />
          <Button small kind="ghost" name="action" value="occasion">
            Donner cette occasion
          </Button>
          <DateField name="date" label="Date de prise de vue" />
          <Button small kind="ghost" name="action" value="date">
            Donner cette date
          </Button>
        </div>
      </details>
      <details class="bulk-more">
        <summary>Noter un accord donné</summary>
        <div class="bulk-fields">
          <TextArea name="noms" label="Qui a donné son accord" hint="Un nom par ligne." rows={3} />
          <Select
            name="moyen"
            label="Comment"
            value="paper"
            choices={(['paper', 'spoken', 'event'] as const).map((value) => ({ value, label: meansNames[value] }))}
          />
          <Button small kind="ghost" name="action" value="accord">
            Noter cet accord
          </Button>
        </div>
      </details>
    </>
  );
}
