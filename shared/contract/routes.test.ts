import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { routes } from './routes.ts';

/** Every object in a schema, as JSON Schema has them. */
function objectsIn(schema: unknown): object[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const inside = Object.values(schema).flatMap(objectsIn);
  return Reflect.get(schema, 'type') === 'object' ? [schema, ...inside] : inside;
}

const answers = Object.entries(routes).flatMap(([name, route]) =>
  'output' in route && route.output instanceof z.ZodType ? [[name, route.output] as const] : [],
);

describe('an answer of the contract', () => {
  it.each(answers)('may have fields that an older client does not know: %s', (_, output) => {
    const schema = z.toJSONSchema(output, { io: 'input', unrepresentable: 'any' });
    const closed = objectsIn(schema).filter(
      (one) => Reflect.get(one, 'additionalProperties') === false,
    );
    expect(closed).toEqual([]);
  });
});
