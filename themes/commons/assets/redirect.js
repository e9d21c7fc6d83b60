// A folder does not open its index on a file share: go to the file instead, before the page's own refresh is read.
"use strict";

if (location.protocol === "file:") {
  const target = new URL(document.documentElement.dataset.to, location.href);
  if (target.protocol === "file:" && target.pathname.endsWith("/")) {
    target.pathname += "index.html";
    stop();
    location.replace(target.href);
  }
}
