import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { Vault } from '../security/vault.ts';
import { secondFactors } from '../tables.ts';

/** The secret being shown to the owner of the account, until a first code confirms it; an hour at most. */
export async function preparedSecret(ctx: Context, vault: Vault, accountId: string): Promise<string | null> {
  const [factor] = await ctx.db
    .select({ sealed: secondFactors.sealedSecret })
    .from(secondFactors)
    .where(
      and(
        eq(secondFactors.accountId, accountId),
        isNull(secondFactors.confirmedAt),
        gt(secondFactors.createdAt, ctx.clock.now().subtract({ hours: 1 })),
      ),
    );
  return factor ? vault.open(factor.sealed) : null;
}
