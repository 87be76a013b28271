// A password manager that draws its icon as the field's background.
const field = document.querySelector('#email');
const key = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke="#6b7280" stroke-width="1.6">
  <circle cx="5" cy="8" r="3"/><path d="M8 8h6.5M12 8v3"/></svg>`;
field.style.setProperty(
  'background-image',
  `url('data:image/svg+xml,${encodeURIComponent(key)}')`,
  'important',
);
field.style.setProperty('background-repeat', 'no-repeat', 'important');
field.style.setProperty('background-size', '16px 16px', 'important');
field.style.setProperty('background-position', '98% 50%', 'important');
