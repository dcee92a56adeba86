import { addSegment } from '#modules/people/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { demoSegments } from './demo-segments.ts';

/** The segments of people of the demonstration hub. */
export async function fillSegments(ctx: Context): Promise<void> {
  for (const { name, definition } of demoSegments)
    unwrap(
      await execute(ctx, addSegment, { name, definition: { ...definition, conditions: [...definition.conditions] } }),
    );
}
