import { problemCodes } from '@mayfly/shared/contract/problem';
import { describe, expect, it } from 'vitest';
import { troubleText } from './trouble-text.ts';

const troubles = [...problemCodes, 'unreachable', 'not-a-relay', 'permission-missing'] as const;

describe('troubleText', () => {
  it('has a whole sentence for everything that can be wrong', () => {
    for (const trouble of troubles)
      expect.soft(troubleText(trouble), trouble).toMatch(/^[A-Z].{15,}[.?]$/);
  });
});
