/** Of the card; it lives in a shadow root of its own, so no rule of the page reaches it. */
export const cardStyle = `
* { box-sizing: border-box; margin: 0; }
:host::backdrop { display: none !important; }
.card {
  display: grid; grid-template-columns: 36px 1fr auto; gap: 2px 12px; align-items: start; width: 360px;
  max-width: calc(100vw - 32px); padding: 14px 10px 16px 16px; border: 1px solid light-dark(#d5e0dc, #35494c);
  border-radius: 16px; background: light-dark(#fff, #142225); color: light-dark(#10282b, #e6f0ed);
  box-shadow: 0 10px 36px light-dark(#0a1f1f47, #000a); font: 14px/1.4 system-ui, sans-serif;
}
p { overflow-wrap: anywhere; }
.title { font-size: 15px; font-weight: 650; }
.leads, .close { color: light-dark(#4c6265, #a7bfba); }
.leads { margin-top: 2px; font-size: 13px; }
button { border: 0; border-radius: 9px; font: inherit; cursor: pointer; }
.close { width: 32px; height: 32px; margin-top: -4px; background: none; font-size: 20px; line-height: 1; }
.close:hover { background: light-dark(#e3ebe8, #1f3235); }
.go {
  grid-column: 2 / -1; justify-self: start; min-height: 38px; margin-top: 10px; padding: 6px 16px;
  background: light-dark(#0e4f4b, #7fd3bf); color: light-dark(#f2faf6, #06221f); font-weight: 650;
}
.go:hover { background: light-dark(#093c39, #9be2d1); }
.go[disabled] { cursor: default; opacity: .6; }
button:focus-visible { outline: 2px solid light-dark(#0b6157, #d3e888); outline-offset: 2px; }
@media (forced-colors: active) { .card, button { border: 1px solid ButtonText; } }
`;
