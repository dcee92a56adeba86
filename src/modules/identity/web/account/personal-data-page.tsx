import type { VNode } from 'preact';
import { ButtonLink } from '#ui/components/button.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { formatDate, plural } from '#platform/french/index.ts';
import type { PersonalDataSection } from '#platform/contributions/module.ts';
import type { OwnAccount } from '../../queries/own-account.ts';
import { paths } from '../../paths.ts';
import { AgreementsPanel, ErasurePanel } from './rights-panels.tsx';

interface Props {
  sections: readonly PersonalDataSection[];
  account: OwnAccount;
  formKey: string;
  zone: string;
}

/** What is held about me, my agreements, and the ways to take it away or have it erased. */
export function PersonalDataPage({ sections, account, formKey, zone }: Props): VNode {
  return (
    <>
      <PageHeader
        title="Mes données"
        trail={[{ label: 'Mon compte', href: paths.account }, { label: 'Mes données' }]}
        lead={<p>Tout ce que ce site garde à votre sujet.</p>}
        actions={
          <>
            <ButtonLink kind="ghost" icon="download" href={paths.personalDataPage} download>
              Version à lire
            </ButtonLink>
            <ButtonLink kind="ghost" icon="download" href={paths.personalDataFile} download>
              Fichier JSON
            </ButtonLink>
          </>
        }
      />
      <div class="panels">
        <SectionList sections={sections} zone={zone} />
        <AgreementsPanel
          consents={account.consents}
          zone={zone}
          newKey={() => formKey}
          withdrawal={(id) => ({ action: paths.withdrawConsent(id) })}
        />
        <ErasurePanel askedAt={account.erasureAskedAt} zone={zone} action={paths.askErasure} formKey={formKey} />
      </div>
    </>
  );
}

/** A long history stays one line away. */
const mostUnfolded = 5;

/** Sections of data, each under its heading. */
export function SectionList({ sections, zone }: { sections: readonly PersonalDataSection[]; zone: string }): VNode {
  return (
    <>
      {sections.map((section) => (
        <Panel title={section.title}>
          <Entries entries={section.entries.slice(0, mostUnfolded)} zone={zone} />
          {section.entries.length > mostUnfolded && (
            <details class="more-fields">
              <summary>{plural(section.entries.length - mostUnfolded, 'autre ligne', 'autres lignes')}</summary>
              <Entries entries={section.entries.slice(mostUnfolded)} zone={zone} />
            </details>
          )}
        </Panel>
      ))}
    </>
  );
}

function Entries({ entries, zone }: { entries: PersonalDataSection['entries']; zone: string }): VNode {
  return (
    <DescriptionList
      rows={entries.map(({ label, value, since, source }) => ({
        term: label,
        value,
        note: [since && `depuis le ${formatDate(since, { zone })}`, source].filter(Boolean).join(', ') || undefined,
      }))}
    />
  );
}
