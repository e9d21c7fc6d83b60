// What in a document could run a script or load something: [] is what a page of Praxis must give. `isWhole` says whether
// the theme's own scripts, styles and forms may be there.
(document, isWhole) => {
  const found = [];
  const addresses = new Set(["href", "src", "action", "formaction", "xlink:href", "data", "poster", "background", "ping", "srcset", "cite", "longdesc", "from", "to", "values"]);
  const never = new Set(["iframe", "frame", "frameset", "object", "embed", "applet", "base", "foreignobject", "animate", "animatetransform", "set", "use", "math", "style", "noscript", "marquee", "isindex", "portal", "xml"]);
  const local = (address) => address.startsWith(`${location.origin}/`) ? address.slice(location.origin.length) : address;
  const ours = /^(\.\.?\/)*(\/?)(assets|search)\//;
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName.toLowerCase();
    const say = (what) => found.push(`${what}: ${element.outerHTML.slice(0, 200)}`);
    if (never.has(name)) say(name);
    if (name === "script") {
      const isData = element.getAttribute("type") === "application/ld+json" && !element.hasAttribute("src");
      if (!isWhole || !(isData || ours.test(local(element.getAttribute("src") ?? "?")))) say("script");
    }
    if (name === "link" && !(isWhole && ["stylesheet", "icon", "canonical", "alternate", "search", "prev", "next"].includes(element.rel))) say("link");
    if (name === "meta" && (!isWhole || (element.httpEquiv && !/^(content-security-policy|refresh)$/i.test(element.httpEquiv)))) say("meta");
    if (name === "form" && !isWhole) say("form");
    for (const { name: attribute, value } of element.attributes) {
      const plain = value.replace(/[\u0000-\u0020\u007f-\u00a0]/g, "").toLowerCase();
      if (attribute.startsWith("on")) say("event handler");
      if (attribute === "style" || attribute === "srcdoc") say(attribute);
      if (addresses.has(attribute) && /^(javascript|vbscript|data|blob|file|view-source|livescript):/.test(plain)) say("address");
      if (attribute === "src" && /^([a-z]+:)?\/\//.test(local(plain))) say("loaded from elsewhere");
    }
  }
  return found;
}
