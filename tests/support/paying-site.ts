import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import type { Context } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';
import type { Job } from '#platform/jobs/job.ts';
import { openVault } from '#modules/identity/index.ts';
import { inWork } from '#modules/identity/testing/builders.ts';
import { openTestSite, type TestHub, type TestSite } from './app.ts';
import { startHelloAsso, type FakeAccount, type FakeHelloAsso } from './fakes/helloasso-server.ts';
import { openCharge, type ChargeToOpen, type OpenedCharge } from '#modules/payments/commands/open-charge.ts';
import { saveAccount } from '#modules/payments/commands/save-payment-settings.ts';
import { openPaymentLinks } from '#modules/payments/links.ts';

/** A site in https whose hubs are paid by a HelloAsso of this machine. */
export interface PayingSite {
  site: TestSite;
  helloasso: FakeHelloAsso;
  /** A hub with an account of its own. */
  hub(account: FakeAccount): Promise<TestHub>;
  charge(hub: TestHub, wanted?: Partial<ChargeToOpen>): Promise<OpenedCharge>;
  /** Begins to pay a charge by card; the id of the checkout. */
  begin(hub: TestHub, path: string): Promise<number>;
  /** Address that HelloAsso notifies for a hub. */
  notified(hub: TestHub): string;
  /** Runs the jobs of a module that wait, those planned for later too when asked; how many there were. */
  work(options?: { early?: boolean; of?: 'payments' | 'membership' }): Promise<number>;
  /** One recurring job, in a hub. */
  ring(hub: TestHub, name: string): Promise<void>;
}

let subjects = 0;

export async function openPayingSite(accounts: readonly FakeAccount[]): Promise<PayingSite> {
  const helloasso = await startHelloAsso(accounts);
  const site = await openTestSite({
    ESSAIM_URL: 'https://essaim.example',
    HELLOASSO_URL: helloasso.url,
    // Each sender is herself, not the proxy: what is counted by address is counted apart.
    TRUSTED_PROXIES: '127.0.0.1',
  });
  const { secret } = site.site.deps.settings;
  const links = openPaymentLinks(secret);
  const jobs = new Map(site.site.deps.modules.flatMap((module) => module.jobs ?? []).map((job) => [job.name, job]));
  const run = async (hubId: string, name: string, payload: unknown): Promise<void> => {
    const definition = jobs.get(name) as Job<never, Ports> | undefined;
    if (!definition) throw new Error(`no job ${name}`);
    const ctx: Context = await site.site.contextOf(hubId, null);
    const { ports } = site.site;
    const signal = new AbortController().signal;
    await definition.run({ ...ctx, ports, attempt: 1, isLastAttempt: false, signal }, payload as never);
  };
  return {
    site,
    helloasso,
    async hub(account) {
      const hub = await site.hub();
      const ctx = await hub.context((await hub.person('employee')).actor);
      const { organizationSlug: helloassoSlug, clientId: helloassoClientId, clientSecret } = account;
      const fields = { helloassoSlug, helloassoClientId, clientSecret, signatureKey: '' };
      unwrap(await execute(ctx, saveAccount(openVault(secret)), fields));
      return hub;
    },
    async charge(hub, wanted = {}) {
      subjects += 1;
      const ctx = await hub.context();
      return inWork(ctx, (work) =>
        openCharge(work, links, {
          subject: { module: 'registration', id: ctx.newId() },
          label: `Petit-déjeuner ${subjects}`,
          lines: [{ label: 'Place', quantity: 1, unitPrice: 1500 }],
          payer: { name: 'Maëlle Le Goff', email: 'maelle@lesemnon.example' },
          ways: ['online', 'cheque', 'transfer', 'on_site'],
          ...wanted,
        }),
      );
    },
    async begin(hub, path) {
      const sent = await hub.post(path, { way: 'online' });
      const id = /\/checkout\/(\d+)$/.exec(sent.headers.get('location') ?? '')?.[1];
      if (!id) throw new Error(`no checkout opened: ${sent.status} ${sent.headers.get('location')}`);
      return Number(id);
    },
    notified: (hub) => `/paiements/helloasso/${links.notificationSecret(hub.id)}`,
    async work({ early = false, of = 'payments' } = {}) {
      const { rows } = await site.database.ownerPool.query<{ data: { hubId: string; job: string; payload: unknown } }>(
        `delete from pgboss.job where state = 'created' and data ->> 'job' like $1 ${early ? '' : 'and start_after <= now()'}
          returning data`,
        [`${of}.%`],
      );
      for (const { data } of rows) await run(data.hubId, data.job, data.payload);
      return rows.length;
    },
    ring: (hub, name) => run(hub.id, name, {}),
  };
}
