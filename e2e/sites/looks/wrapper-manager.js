// A password manager that puts its icon beside the field, into what the page has around it.
const field = document.querySelector('#email');
const around = field.parentElement;
const isRtl = getComputedStyle(field).direction === 'rtl';
const icon = document.createElement('span');
icon.innerHTML = `<svg viewBox="0 0 16 16" width="20" height="20" fill="none" stroke="#6b7280" stroke-width="1.6">
  <circle cx="5" cy="8" r="3" /><path d="M8 8h6.5M12 8v3" /></svg>`;
around.style.position = 'relative';
const y = field.offsetTop + (field.offsetHeight - 20) / 2;
icon.style.cssText = `position:absolute;width:20px;height:20px;line-height:0;cursor:pointer;top:${y}px;
  ${isRtl ? `left:${field.offsetLeft + 12}px` : `left:${field.offsetLeft + field.offsetWidth - 32}px`}`;
icon.className = 'other';
around.append(icon);
