/** The mail library's tree is not typed; these read it without trusting it. */
export function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const found: unknown = Reflect.get(value, name);
  return found;
}

export function textField(value: unknown, name: string): string | null {
  const found = field(value, name);
  return typeof found === 'string' ? found : null;
}

export function listField(value: unknown, name: string): readonly unknown[] {
  const found = field(value, name);
  return Array.isArray(found) ? found : [];
}

/** The value of a header in the library's map. */
export function header(headers: unknown, name: string): unknown {
  if (!(headers instanceof Map)) return undefined;
  const found: unknown = headers.get(name);
  return found;
}
