import type { Module, TodoEntry } from '#platform/contributions/module.ts';
import type { Context } from '#platform/context/context.ts';

// One context serves one request: the day's page and the menu around it ask the same list.
const asked = new WeakMap<Context, Promise<TodoEntry[]>>();

/** Everything that waits for the employee, module by module; read once a request. */
export function listTodo(modules: readonly Module[], ctx: Context): Promise<TodoEntry[]> {
  let list = asked.get(ctx);
  if (!list) asked.set(ctx, (list = gathered(modules, ctx)));
  return list;
}

/** How many things wait. */
export async function countTodo(modules: readonly Module[], ctx: Context): Promise<number> {
  return (await listTodo(modules, ctx)).length;
}

async function gathered(modules: readonly Module[], ctx: Context): Promise<TodoEntry[]> {
  const lists = await Promise.all(modules.map(async (module) => module.todo?.(ctx) ?? []));
  return lists.flat();
}
