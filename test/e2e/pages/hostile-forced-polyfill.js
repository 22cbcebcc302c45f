/* Is there before the polyfill is loaded, and has it do everything itself. */
window.customElements.forcePolyfill = true;
