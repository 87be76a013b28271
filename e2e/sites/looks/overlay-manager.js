// A password manager that lays its icon over the field's end: an element of its own at the end of the page.
const field = document.querySelector('#email');
const icon = document.createElement('key-overlay');
const key = `<svg viewBox="0 0 16 16" width="18" height="18" fill="none" stroke="#6b7280" stroke-width="1.6">
  <circle cx="5" cy="8" r="3" /><path d="M8 8h6.5M12 8v3" /></svg>`;
icon.attachShadow({ mode: 'closed' }).innerHTML = key;
function place() {
  const { right, left, top, height } = field.getBoundingClientRect();
  const x = getComputedStyle(field).direction === 'rtl' ? left + 10 : right - 28;
  icon.style.cssText = `position:absolute;z-index:2147483646;width:18px;height:18px;line-height:0;cursor:pointer;
    left:${x + scrollX}px;top:${top + scrollY + (height - 18) / 2}px`;
}
icon.className = 'other';
document.body.append(icon);
place();
addEventListener('resize', place);
