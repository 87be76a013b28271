import { builtinRules } from 'eslint/use-at-your-own-risk';

/** Callbacks of these group tests and are as long as the group; what is inside them is still measured. */
const groupNames = new Set(['describe', 'suite', 'describeStore']);

function calleeName(callee) {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type === 'MemberExpression') return calleeName(callee.object);
  return callee.type === 'CallExpression' ? calleeName(callee.callee) : '';
}

function isGroupCallback(node) {
  const { parent } = node;
  return parent?.type === 'CallExpression' && groupNames.has(calleeName(parent.callee));
}

/** The rule of ESLint, except for callbacks that only group tests. */
function functionLength() {
  const rule = builtinRules.get('max-lines-per-function');
  return {
    meta: rule.meta,
    create(context) {
      const report = (problem) => {
        if (!isGroupCallback(problem.node)) context.report(problem);
      };
      return rule.create(Object.create(context, { report: { value: report } }));
    },
  };
}

const todoPattern = /\bTODO\b(?:\((\d{4}-(?:0[1-9]|1[0-2]))\))?/g;

/** A comment's note of work to be done must name a month, and is allowed until that month has passed. */
function todo(now) {
  const month = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`;
  return {
    meta: {
      type: 'problem',
      schema: [],
      messages: {
        passed: 'The month {{month}} of this note has passed: do it or give it a new month.',
        undated: 'Give this note a month: year and month in brackets after the word.',
      },
    },
    create(context) {
      const { sourceCode } = context;
      const check = (comment) => {
        for (const [, due] of comment.value.matchAll(todoPattern)) {
          if (due === undefined) context.report({ loc: comment.loc, messageId: 'undated' });
          else if (due < month) {
            context.report({ loc: comment.loc, messageId: 'passed', data: { month: due } });
          }
        }
      };
      return {
        Program(program) {
          sourceCode.getAllComments().forEach(check);
          // In a component also those of the template.
          (program.templateBody?.comments ?? []).forEach(check);
        },
      };
    },
  };
}

/** Our own rules. Two sizes need two names: ESLint gives one level to one rule. */
export const mayflyRules = {
  rules: {
    'long-file': builtinRules.get('max-lines'),
    'long-function': functionLength(),
    'too-long-function': functionLength(),
    todo: todo(new Date()),
  },
};
