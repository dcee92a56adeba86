import type { JSX } from 'preact';
import { landOf, type HubSettings } from '#modules/hub/index.ts';
import { Banner } from '#ui/components/hero.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { ReliefCover } from '#ui/relief/relief-cover-view.tsx';
import { paths } from '../../paths.ts';
import type { NamedContact } from '../../queries/contacts.ts';
import { NamedContactCard } from '../named-contact.tsx';

/** Beside the form: who answers, by phone or at the door. */
export function OtherWays({
  settings,
  contact,
}: {
  readonly settings: HubSettings;
  readonly contact: NamedContact | null;
}): JSX.Element {
  const { phone, street, postcode, city, welcomeHours } = settings;
  const town = [postcode, city].filter(Boolean).join(' ');
  return (
    <>
      <Banner>
        <ReliefCover id={`contact ${settings.name}`} {...landOf(settings)} />
      </Banner>
      {contact && (
        <Panel title="Qui vous répond">
          <NamedContactCard contact={contact} />
        </Panel>
      )}
      {(phone || street || town || welcomeHours) && (
        <Panel title="De vive voix">
          {phone && (
            <p class="big">
              <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>
            </p>
          )}
          {welcomeHours && <p>{welcomeHours}</p>}
          {(street || town) && <p>{[street, town].filter(Boolean).join(', ')}</p>}
        </Panel>
      )}
      <p class="facts">
        Vous avez déjà posé une question ? <a href={paths.findRequest}>Retrouvez-la avec votre code.</a>
      </p>
    </>
  );
}
