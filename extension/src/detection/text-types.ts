/** Types of inputs that a line of text is typed into (HTML, the input element). */
const lineTypes = new Set(['', 'text', 'email', 'tel', 'url', 'search']);
/** Those in which a code may be asked for, too. */
const codeTypes = new Set(['number', 'password']);

export const isLineType = (type: string): boolean => lineTypes.has(type);

export const isTextType = (type: string): boolean => lineTypes.has(type) || codeTypes.has(type);
