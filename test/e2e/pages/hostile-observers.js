/* Takes away what tells of changes. */
delete window.MutationObserver;
delete window.WebKitMutationObserver;
