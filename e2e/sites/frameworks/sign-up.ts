/** What is wrong with the two addresses, in words for a person; empty when nothing is. */
export function problemOf(email: string, again: string): string {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return 'This is no e-mail address.';
  return again === email ? '' : 'The two addresses are not the same.';
}

/** Signs up with what a page's state knows, whatever stands in its fields. */
export function sendAccount(email: string): void {
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'email';
  field.value = email;
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/sign-up';
  form.append(field);
  document.body.append(form);
  form.submit();
}
