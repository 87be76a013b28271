import { detectFields } from '@mayfly/extension/src/detection/detect-fields';
import type { Classification, FieldSignals } from '@mayfly/extension/src/detection/field-signals';

export interface FieldFound extends Classification {
  /** Among all inputs, selects and text areas of the page. */
  readonly i: number;
  readonly signals: FieldSignals;
  /** The field's own tag, to find it by. */
  readonly html: string;
}

export interface PageFound {
  /** Milliseconds for all fields of the page. */
  readonly ms: number;
  readonly fields: readonly FieldFound[];
}

/** Runs the detection as a content script does, on the page that it is put into. */
function run(): PageFound {
  const all = [
    ...document.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
      'input, select, textarea',
    ),
  ];
  const started = performance.now();
  const found = detectFields(all);
  const ms = performance.now() - started;
  const fields = found.map(({ field, form: _, ...rest }) => {
    const copy = field.cloneNode(false);
    const html = copy instanceof Element ? copy.outerHTML.slice(0, 300) : '';
    return { i: all.indexOf(field), html, ...rest };
  });
  return { ms, fields };
}

Reflect.set(globalThis, 'mayflyFields', run);
