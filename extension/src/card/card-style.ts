/** Of the card; it lives in a shadow root of its own, so no rule of the page reaches it. */
export const cardStyle = `
:host { all: initial; }
* { box-sizing: border-box; margin: 0; }
.card {
  display: grid; grid-template-columns: 40px 1fr auto; gap: 4px 12px; align-items: start; width: 340px;
  max-width: calc(100vw - 32px); padding: 14px 12px 16px 16px; border: 1px solid #d5e0dc; border-radius: 16px;
  background: #fff; color: #10282b; box-shadow: 0 12px 40px #0a1f1f40; text-align: start;
  font: 14px/1.4 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
}
svg { width: 40px; height: 40px; }
.words { padding-top: 1px; }
.title { font-size: 15px; font-weight: 650; overflow-wrap: anywhere; }
.leads { color: #4c6265; font-size: 13px; overflow-wrap: anywhere; }
button { border: 0; border-radius: 9px; font: inherit; cursor: pointer; }
.close { width: 32px; height: 32px; margin: -4px 0 0; background: none; color: #4c6265; font-size: 20px; line-height: 1; }
.close:hover { background: #e3ebe8; }
.go {
  grid-column: 2 / -1; justify-self: start; min-height: 38px; margin-top: 8px; padding: 6px 16px; background: #0e4f4b;
  color: #f2faf6; font-weight: 650;
}
.go:hover { background: #093c39; }
.go[disabled] { cursor: default; opacity: .6; }
button:focus-visible { outline: 2px solid #0b6157; outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  .card { background: #142225; color: #e6f0ed; border-color: #2c4245; box-shadow: 0 12px 40px #000a; }
  .leads, .close { color: #a2b7b4; }
  .close:hover { background: #1b2c2f; }
  .go { background: #7fd3bf; color: #06221f; }
  .go:hover { background: #9be2d1; }
  button:focus-visible { outline-color: #d3e888; }
}
@media (forced-colors: active) { .card, button { border: 1px solid ButtonText; } }
`;
