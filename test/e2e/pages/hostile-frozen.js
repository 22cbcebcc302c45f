/* A page that lets nobody change what a browser comes with, after it has brought in all that it needs itself. */
(function () {
  [
    Object,
    Function,
    Array,
    String,
    Number,
    Boolean,
    Symbol,
    RegExp,
    Date,
    Error,
    TypeError,
    Promise,
    Map,
    Set,
    WeakMap,
    WeakSet,
    Iterator,
    EventTarget,
    Event,
    CustomEvent,
    Node,
    Element,
    HTMLElement,
    HTMLInputElement,
    HTMLFormElement,
    HTMLScriptElement,
    HTMLTemplateElement,
    Document,
    DocumentFragment,
    ShadowRoot,
    ElementInternals,
    CustomElementRegistry,
    MutationObserver,
    AbortController,
    Response,
    Headers,
    URL,
    URLSearchParams,
  ].forEach(function (type) {
    Object.freeze(type.prototype);
    Object.freeze(type);
  });
  [
    JSON,
    Math,
    Reflect,
    Intl,
    Object.getPrototypeOf(async function () {}),
    Object.getPrototypeOf(function* () {}),
  ].forEach(Object.freeze);
})();
