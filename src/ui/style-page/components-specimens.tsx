import type { JSX } from 'preact';
import { Bar, BarChart } from '../components/bar.tsx';
import { Button, ButtonLink } from '../components/button.tsx';
import { Card, Cards } from '../components/card.tsx';
import { Chip, Tags } from '../components/chip.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { DescriptionList } from '../components/description-list.tsx';
import { Dialog, DialogLink } from '../components/dialog.tsx';
import { Doors } from '../components/door.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { FilterBar, ResultCount } from '../components/filter-bar.tsx';
import { Icon, iconNames } from '../components/icon.tsx';
import { KeyFigures } from '../components/key-figures.tsx';
import { Label } from '../components/label.tsx';
import { Notice } from '../components/notice.tsx';
import { Pagination } from '../components/pagination.tsx';
import { Panel } from '../components/panel.tsx';
import { Progress, ProgressSteps } from '../components/progress.tsx';
import { RowCard } from '../components/row-card.tsx';
import { CallOut } from '../components/section.tsx';
import { Tabs } from '../components/tabs.tsx';
import { TodoItem, TodoList } from '../components/todo-item.tsx';
import { SearchField } from '../fields/search-field.tsx';
import { Select } from '../fields/select.tsx';
import { TextField } from '../fields/text-field.tsx';
import { categories, categoryHues } from '../theme/categories.ts';

interface Structure {
  readonly id: string;
  readonly name: string;
  readonly town: string;
  readonly jobs: number;
  readonly confirmed: string;
}

const structures: readonly Structure[] = [
  { id: '1', name: 'Les Jardins du Semnon', town: 'Ercé-en-Lamée', jobs: 14, confirmed: 'il y a 2 mois' },
  { id: '2', name: 'La Graineterie coopérative', town: 'Guichen', jobs: 6, confirmed: 'hier' },
  { id: '3', name: 'Le Champ commun des arts', town: 'Lohéac', jobs: 3, confirmed: 'jamais' },
];

/** Every component in its states. */
export function ComponentSpecimens(): JSX.Element {
  return (
    <>
      <Panel title="Boutons et liens">
        <div class="actions">
          <Button type="button">Enregistrer</Button>
          <Button type="button" kind="ghost">
            Prévisualiser
          </Button>
          <Button type="button" kind="dark" icon="send">
            Envoyer
          </Button>
          <Button type="button" kind="danger" icon="trash">
            Mettre à la corbeille
          </Button>
          <Button type="button" kind="quiet">
            Abandonner
          </Button>
          <Button type="button" disabled>
            Indisponible
          </Button>
          <ButtonLink href="#boutons" small icon="plus">
            Proposer
          </ButtonLink>
          <ButtonLink href="#boutons" small kind="ghost">
            Relire
          </ButtonLink>
          <CopyButton text="https://vallons.example" />
        </div>
      </Panel>
      <Panel title="Étiquettes">
        <div class="row">
          <Label own>Le pôle</Label>
          <Label>Café associatif La Tablée</Label>
          <Chip>insertion</Chip>
          <Chip strong>adhérente</Chip>
          {categories.map((category) => (
            <Chip category={category}>{category}</Chip>
          ))}
        </div>
        <Tags tags={[{ label: 'maraîchage', href: '#maraichage' }, 'paniers', 'prête\u00a0: serre, broyeur']} />
      </Panel>
      <Cards>
        <Card
          href="#petit-dej"
          title="Petit-déj des porteuses de projet"
          label={{ text: 'Le pôle', own: true }}
          date={{ day: '12', month: 'mars', datetime: '2026-03-12' }}
          facts="Jeudi 8 h 30 · Bain-de-Bretagne · 6 places"
          cover={{ id: 'petit-dej', hue: 168, motif: 'hills' }}
        />
        <Card
          href="#menuiserie"
          title="Visite d’une menuiserie reprise en SCOP"
          label={{ text: 'Le pôle', own: true }}
          date={{ day: '18', month: 'mars', datetime: '2026-03-18' }}
          facts="Mercredi 14 h · Guichen · covoiturage"
          cover={{ id: 'menuiserie-2', hue: categoryHues.sky, motif: 'rooftops' }}
        />
        <Card
          href="#graines"
          title="Bourse aux graines et plants"
          label={{ text: 'Chez nos voisins' }}
          date={{ day: '21', month: 'mars', datetime: '2026-03-21' }}
          facts="Samedi 10 h · Maure · prix libre"
          cover={{ id: 'graines', hue: categoryHues.leaf, motif: 'hedgerows' }}
        />
        <Card
          href="#compta"
          title="La compta d’une petite association"
          label={{ text: 'Le pôle', own: true }}
          date={{ day: '26', month: 'mars', datetime: '2026-03-26' }}
          facts="Jeudi 9 h 30 · Pipriac · liste d’attente"
          cover={{ id: 'compta', hue: categoryHues.coral, motif: 'plains' }}
        />
      </Cards>
      <div class="rows">
        <RowCard
          href="#jardins"
          title="Les Jardins du Semnon"
          badge="adhérente"
          facts="Ercé-en-Lamée · association"
          cover={{ id: 'jardins', hue: categoryHues.leaf, motif: 'hedgerows' }}
          tags={['insertion', 'paniers', 'prête\u00a0: serre, broyeur']}
        >
          Chantier d’insertion en maraîchage biologique, paniers toute l’année.
        </RowCard>
        <RowCard
          href="#arts"
          title="Le Champ commun des arts"
          facts="Lohéac · association"
          cover={{ id: 'arts', hue: categoryHues.rose, motif: 'mountains' }}
          tags={['salle', 'résidences']}
        >
          Résidences d’artistes dans une ancienne laiterie, salle de 90 places.
        </RowCard>
      </div>
      <Doors
        doors={[
          { href: '#a', title: 'une association', text: 'employer, se former, mutualiser', tone: 'leaf' },
          { href: '#b', title: 'en projet', text: 'vérifier l’idée, trouver des alliés', tone: 'accent' },
          { href: '#c', title: 'une entreprise à transmettre', text: 'la reprise par les salariés', tone: 'coral' },
          { href: '#d', title: 'une collectivité', text: 'révéler et soutenir l’ESS', tone: 'sky' },
          { href: '#e', title: 'jeune', text: 'tester une coopérative cet été', tone: 'rose' },
          { href: '#f', title: 'un établissement scolaire', text: 'un module ESS en classe', tone: 'deep' },
        ]}
      />
      <KeyFigures
        figures={[
          { value: '184', label: 'structures dans l’annuaire' },
          { value: '1\u202f410', label: 'emplois, soit un sur sept', source: 'Insee, 2023' },
          { value: '96', label: 'personnes formées cette année' },
          { value: '7', label: 'coopératives nées depuis 2019' },
        ]}
      />
      <CallOut title="Une info par mail, et la bonne.">
        <form class="inline-form" action="#infolettre">
          <TextField name="infolettre" label="Votre adresse" type="email" autocomplete="email" />
          <Button kind="dark">Choisir mes sujets</Button>
        </form>
        <p class="facts">
          Emploi, formations, rendez-vous, appels à projets : au fil de l’eau ou une fois par semaine.
        </p>
      </CallOut>
      <div class="stack">
        <Notice title="Le pôle ferme du 3 au 14 août.">Les messages attendent la rentrée.</Notice>
        <Notice state="success" title="La fiche est publiée.">
          Elle paraît <a href="#fiche">dans l’annuaire</a>.
        </Notice>
        <Notice state="warning">Cette fiche n’a pas été confirmée depuis 14 mois.</Notice>
        <Notice state="danger" title="L’import s’est arrêté à la ligne 340.">
          Rien n’est perdu : corrigez la colonne « commune », puis reprenez.
        </Notice>
      </div>
      <FilterBar
        action="#annuaire"
        label="Annuaire"
        active={[
          { label: 'Alimentation', removeHref: '#retirer-alimentation' },
          { label: 'adhérentes', removeHref: '#retirer-adherentes' },
        ]}
        resetHref="#tout"
      >
        <SearchField name="q" label="Un nom, un métier, un besoin" value="maraîchage" />
        <Select
          name="commune"
          label="Commune"
          placeholder="Toutes les communes"
          choices={[{ value: '35471', label: 'Guichen' }]}
        />
        <Select name="domaine" label="Domaine" value="ali" choices={[{ value: 'ali', label: 'Alimentation (23)' }]} />
      </FilterBar>
      <ResultCount
        count="23 structures"
        links={[
          { label: 'adhérentes (14)', href: '#adherentes' },
          { label: 'lieux inspirants (5)', href: '#lieux' },
        ]}
      />
      <Tabs
        label="Vues de l’annuaire"
        tabs={[
          { label: 'Publiées', href: '#publiees', current: true, count: 184 },
          { label: 'À relire', href: '#a-relire', count: 6 },
          { label: 'Corbeille', href: '#corbeille', count: 2 },
        ]}
      />
      <DataTable
        id="structures"
        caption="Structures"
        rows={structures}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        columns={[
          {
            key: 'name',
            label: 'Nom',
            cell: ({ name, id }) => <a href={`#s${id}`}>{name}</a>,
            sortHref: '#tri-nom',
            sorted: 'ascending',
          },
          { key: 'town', label: 'Commune', cell: ({ town }) => town, sortHref: '#tri-commune' },
          { key: 'jobs', label: 'Emplois', cell: ({ jobs }) => jobs, numeric: true },
          { key: 'confirmed', label: 'Confirmée', cell: ({ confirmed }) => confirmed },
        ]}
        bulk={{
          action: '#lot',
          actions: [
            { value: 'ask', label: 'Demander confirmation' },
            { value: 'trash', label: 'Mettre à la corbeille', kind: 'danger' },
          ],
        }}
        exports={{ csv: '#csv', xlsx: '#xlsx' }}
        empty={null}
      />
      <Pagination page={4} pages={12} hrefOf={(page) => `#page-${page}`} />
      <EmptyState
        title="Rien en mars pour l’instant"
        actions={<ButtonLink href="#proposer">Proposer un rendez-vous</ButtonLink>}
        territory={{ hue: 168, motif: 'coast' }}
      >
        <p>Voici les derniers rendez-vous passés, et comment proposer le vôtre.</p>
      </EmptyState>
      <TodoList title="Quelqu’un attend">
        <TodoItem
          id="todo-1"
          tone="coral"
          title="Reprendre une boulangerie en coopérative, par où commencer ?"
          meta="posée par téléphone hier · venue de la CCI"
          late="1 jour"
          action={{ href: '#repondre', label: 'Répondre' }}
        />
        <TodoItem
          id="todo-2"
          tone="leaf"
          title="Le café du bourg fête ses 1 000 adhérents"
          meta="proposé par Café associatif La Tablée · photo fournie"
          action={{ href: '#relire', label: 'Relire' }}
        />
      </TodoList>
      <Panel title="Avancement">
        <ProgressSteps
          steps={[{ label: 'Fichier', href: '#1' }, { label: 'Colonnes' }, { label: 'Essai' }, { label: 'Import' }]}
          current={1}
        />
        <Progress id="import" label="Import de « structures.csv »" value={340} max={1200} text="340 lignes sur 1 200" />
        <Progress id="attente" label="Préparation" />
        <Bar value={14} max={20} text="14 / 20" />
        <Bar value={12} max={12} text="12 / 12 · 5 attendent" />
      </Panel>
      <Panel>
        <BarChart
          caption="Structures par domaine"
          rows={[
            { label: 'Alimentation', value: 23 },
            { label: 'Culture', value: 41 },
            { label: 'Services à la personne', value: 17 },
          ]}
        />
      </Panel>
      <Panel title="Fiche">
        <DescriptionList
          rows={[
            { term: 'Forme', value: 'Association loi 1901' },
            { term: 'Téléphone', value: '02 99 00 00 00', note: 'confirmé en janvier par la structure' },
            { term: 'Site' },
          ]}
        />
        <div class="actions">
          <DialogLink opens="dialogue" href="#dialogue">
            Ouvrir le dialogue
          </DialogLink>
        </div>
        <Dialog id="dialogue" title="Fusionner deux fiches">
          <p>La plus récente garde son adresse, l’autre y mène.</p>
        </Dialog>
      </Panel>
      <Panel title="Dessins">
        <ul class="specimens">
          {iconNames.map((name) => (
            <li class="row">
              <Icon name={name} />
              <span class="facts">{name}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
