import { expect, test } from 'vitest';
import type { Context } from '#platform/context/context.ts';
import type { Module, TodoEntry } from '#platform/contributions/module.ts';
import { countTodo, listTodo } from './todo-count.ts';

const entry: TodoEntry = {
  group: 'waiting',
  title: 'Un message',
  detail: '',
  action: { label: 'Lire', path: '/gestion/messages' },
  since: null,
  hue: 'accent',
};

test('asks each module once a request, and again at the next', async () => {
  let times = 0;
  const modules: Module[] = [{ name: 'hub', todo: async () => ((times += 1), [entry]) }, { name: 'identity' }];
  const ctx = {} as Context;
  expect(await listTodo(modules, ctx)).toEqual([entry]);
  expect(await countTodo(modules, ctx)).toBe(1);
  expect(times).toBe(1);
  await countTodo(modules, {} as Context);
  expect(times).toBe(2);
});
