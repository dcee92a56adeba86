import type { VNode } from 'preact';
import type { Exchange } from '#platform/http/exchange.ts';
import type { PersonSections } from '#modules/identity/index.ts';
import type { PeopleDependencies } from '../../ports.ts';
import { personRelations } from '../../queries/person-relations.ts';
import { lastHeard } from '../../queries/last-contact.ts';
import { retentionList } from '../../queries/retention-list.ts';
import { tagList } from '../../queries/tags.ts';
import { likelyTwins } from '../../queries/twins.ts';
import { DocumentsPanel, NotesPanel, RolesPanel, StatusesPanel } from '../relations/panels.tsx';
import { ThreadPanel } from '../relations/thread-panel.tsx';
import { Lookalikes } from '../twins/lookalikes.tsx';
import { KeptUntil } from './kept-until.tsx';
import {
  DelegatesPanel,
  HouseholdPanel,
  ReachPanel,
  SharedAddress,
  SummaryStrip,
  TagsPanel,
} from './person-panels.tsx';

/** What this module shows on the page of a person, which identity draws. */
export async function personSections(
  deps: PeopleDependencies,
  exchange: Exchange,
  personId: string,
): Promise<PersonSections> {
  const { ctx, formKey } = exchange;
  const [relations, known, states, thread] = [
    await personRelations(ctx.db, personId),
    await tagList(ctx.db),
    await deps.memberStates(ctx, { personIds: [personId] }),
    await deps.thread(ctx, { personId }),
  ];
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const retention = await retentionList(ctx.db, { today, zone: ctx.zone, personId });
  const own = { personId, relations, formKey };
  const shared = { subject: { personId }, relations, formKey, zone: ctx.zone };
  const lead: VNode = (
    <>
      <SummaryStrip
        relations={relations}
        memberState={states.get(personId)}
        lastHeard={lastHeard(thread, ctx.clock.now())}
        zone={ctx.zone}
      />
      <KeptUntil retention={retention} />
      <SharedAddress {...own} />
      <Lookalikes personId={personId} pairs={await likelyTwins(ctx.db, personId, 5)} />
    </>
  );
  const main: VNode = (
    <>
      <RolesPanel {...shared} />
      <NotesPanel {...shared} />
      <ThreadPanel entries={thread} zone={ctx.zone} />
      <DocumentsPanel {...shared} />
    </>
  );
  const side: VNode = (
    <>
      <ReachPanel {...own} />
      <StatusesPanel {...shared} />
      <TagsPanel {...own} known={known} />
      <HouseholdPanel {...own} />
      <DelegatesPanel {...own} />
    </>
  );
  return { lead, main, side };
}
