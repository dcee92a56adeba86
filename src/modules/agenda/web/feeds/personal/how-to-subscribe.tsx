import type { JSX } from 'preact';
import { CopyButton } from '#ui/components/copy-button.tsx';
import { Panel } from '#ui/components/panel.tsx';

/** An address to follow, with the ways to copy it and to open it. */
export function CalendarAddress({ url }: { readonly url: string }): JSX.Element {
  return (
    <p class="row">
      <code class="address">{url}</code>
      <CopyButton text={url} label="Copier l’adresse" />
      <a href={url.replace(/^https?:/, 'webcal:')} rel="nofollow">
        Ouvrir dans mon agenda
      </a>
    </p>
  );
}

const programs: readonly { name: string; steps: readonly string[] }[] = [
  {
    name: 'Google Agenda',
    steps: [
      'Sur un ordinateur, ouvrez Google Agenda.',
      'À gauche, à côté de « Autres agendas », cliquez sur « + », puis sur « À partir de l’URL ».',
      'Collez l’adresse, puis « Ajouter l’agenda ». Il apparaît aussi sur votre téléphone.',
    ],
  },
  {
    name: 'iPhone, iPad, Mac',
    steps: ['Touchez « Ouvrir dans mon agenda ».', 'Acceptez l’abonnement. C’est tout.'],
  },
  {
    name: 'Thunderbird',
    steps: [
      'Dans l’agenda, choisissez « Nouvel agenda », puis « Sur le réseau ».',
      'Collez l’adresse, puis « Trouver les agendas » et « S’abonner ».',
    ],
  },
  {
    name: 'Outlook',
    steps: [
      'Dans le calendrier, choisissez « Ajouter un calendrier », puis « S’abonner à partir du web ».',
      'Collez l’adresse, donnez un nom, puis « Importer ».',
    ],
  },
];

/** What to do with the address, program by program, in plain words. */
export function HowToSubscribe(): JSX.Element {
  return (
    <Panel title="Comment faire ?">
      <p>
        Un calendrier suivi se met à jour tout seul : une date déplacée ou annulée l’est aussi chez vous, quelques
        heures plus tard au plus.
      </p>
      {programs.map(({ name, steps }) => (
        <details class="more">
          <summary>{name}</summary>
          <ol class="steps">
            {steps.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
        </details>
      ))}
    </Panel>
  );
}
