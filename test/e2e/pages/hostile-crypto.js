/* As on a page that is not served over https. */
delete Crypto.prototype.randomUUID;
Object.defineProperty(window.crypto, 'subtle', {value: undefined});
Object.defineProperty(window, 'isSecureContext', {value: false});
