const ACTIONS = new Set(['ViewAction', 'ConfirmAction', 'SaveAction', 'EmailMessage']);
const MAX_NODES = 500;

/** Targets of the actions in a JSON-LD block (schema.org, as mail readers use it). Read only, never called. */
export function findActions(json: string): string[] {
  const found: string[] = [];
  const queue: unknown[] = [parse(json)];
  for (let seen = 0; queue.length > 0 && seen < MAX_NODES; seen += 1) {
    const node = queue.pop();
    if (isList(node)) queue.push(...node.slice(0, MAX_NODES));
    else if (isRecord(node)) {
      if (typeof node['@type'] === 'string' && ACTIONS.has(node['@type'])) addTargets(node, found);
      queue.push(...Object.values(node).slice(0, MAX_NODES));
    }
  }
  return found;
}

function addTargets(node: Record<string, unknown>, found: string[]): void {
  const handler = isRecord(node.handler) ? node.handler.url : undefined;
  for (const target of [node.target, node.url, handler]) {
    if (typeof target === 'string' && /^https?:/i.test(target) && found.length < 10)
      found.push(target);
  }
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
