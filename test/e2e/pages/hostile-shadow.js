/* As in a browser that has no shadow trees. */
delete Element.prototype.attachShadow;
