/// The script that every previewed page loads: it hears of changes, and shows what is wrong.
enum ReloadScript {
    static let bytes = Array(text.utf8)

    private static let text = #"""
        // Keeps this page up to date while its site is being written. Only the preview adds it.
        (() => {
          "use strict";
          const source = new URL(document.currentScript.src);
          const memory = "praxis-preview";
          let events = null;
          let shown = null;

          // Where the reader was before the page was loaded again.
          const remember = () => {
            const open = [...document.querySelectorAll("details")].map((element) => element.open);
            const place = { path: location.pathname, x: scrollX, y: scrollY, open };
            try { sessionStorage.setItem(memory, JSON.stringify(place)); } catch { /* private windows may refuse */ }
          };
          const recall = () => {
            let place = null;
            try {
              place = JSON.parse(sessionStorage.getItem(memory));
              sessionStorage.removeItem(memory);
            } catch { return; }
            if (!place || place.path !== location.pathname) return;
            const details = [...document.querySelectorAll("details")];
            if (details.length === place.open.length) {
              details.forEach((element, index) => { element.open = place.open[index]; });
            }
            const scroll = () => scrollTo({ left: place.x, top: place.y, behavior: "instant" });
            scroll();
            addEventListener("load", scroll, { once: true });
          };

          const reload = () => {
            remember();
            location.reload();
          };

          // A style sheet is replaced once its new version is there, so that the page is never bare.
          const restyle = () => {
            for (const old of document.querySelectorAll("link[rel~=stylesheet]")) {
              const address = new URL(old.href);
              if (address.origin !== location.origin) continue;
              address.searchParams.set("praxis", Date.now());
              const next = old.cloneNode();
              next.href = address.href;
              next.addEventListener("load", () => old.remove(), { once: true });
              next.addEventListener("error", () => next.remove(), { once: true });
              old.after(next);
            }
          };

          const element = (name, text, properties = {}) => {
            const made = Object.assign(document.createElement(name), properties);
            if (text !== undefined) made.textContent = text;
            return made;
          };

          const item = (problem) => {
            const li = element("li");
            li.append(element("p", problem.message, { className: "message" }));
            li.append(element("p", problem.place, { className: "place" }));
            if (problem.excerpt) {
              const { line, before, marked, after } = problem.excerpt;
              const pre = element("pre", undefined, { tabIndex: 0 });
              pre.append(element("span", `${line} │ `, { className: "line" }), before, element("mark", marked || " "), after);
              li.append(pre);
            }
            if (problem.advice) li.append(element("p", problem.advice, { className: "advice" }));
            for (const note of problem.notes) {
              li.append(element("p", `${note.message}: ${note.place}`, { className: "note" }));
            }
            li.append(element("p", problem.rule, { className: "rule" }));
            return li;
          };

          const hide = () => {
            if (shown) shown.host.remove();
            shown = null;
          };

          const show = (message) => {
            const list = JSON.parse(message);
            if (list.count === 0) return hide();
            if (shown && shown.message === message) return;
            hide();
            const title = list.count === 1 ? "1 problem" : `${list.count} problems`;
            const host = element("div", undefined, { id: "praxis-preview" });
            const root = host.attachShadow({ mode: "open" });
            const style = element("link", undefined, { rel: "stylesheet", href: "/-praxis/preview.css" });
            const dialog = element("dialog");
            dialog.setAttribute("role", "alertdialog");
            dialog.setAttribute("aria-labelledby", "title");
            dialog.setAttribute("aria-describedby", "about");
            const about = "The page below is the last one that could be built. This goes away when the file is mended.";
            const close = element("button", "Close", { type: "button" });
            const reopen = element("button", title, { type: "button", className: "reopen", hidden: true });
            dialog.append(element("h2", title, { id: "title" }), element("p", about, { id: "about" }), close);
            // Those of the page that is looked at come first, under a heading of their own if there are others.
            const own = list.problems.slice(0, list.own);
            const others = list.problems.slice(list.own);
            for (const [heading, problems] of [["On this page", own], ["In other files", others]]) {
              if (problems.length === 0) continue;
              if (own.length > 0 && list.count > list.own) dialog.append(element("h3", heading));
              const items = element("ol");
              items.append(...problems.map(item));
              dialog.append(items);
            }
            if (list.count > list.problems.length) {
              dialog.append(element("p", `and ${list.count - list.problems.length} more`, { className: "note" }));
            }
            close.addEventListener("click", () => dialog.close());
            dialog.addEventListener("close", () => {
              reopen.hidden = false;
              try { sessionStorage.setItem(memory + "-closed", list.name); } catch { /* as above */ }
            });
            reopen.addEventListener("click", () => {
              reopen.hidden = true;
              dialog.showModal();
            });
            root.append(style, dialog, reopen);
            document.body.append(host);
            shown = { host, message };
            let closed = null;
            try { closed = sessionStorage.getItem(memory + "-closed"); } catch { /* as above */ }
            if (closed === list.name) reopen.hidden = false;
            else dialog.showModal();
          };

          // What changed and how long it took, for a moment, in a corner.
          let line = null;
          const say = (text) => {
            if (!line) {
              const host = element("div", undefined, { id: "praxis-preview-status" });
              const style = element("link", undefined, { rel: "stylesheet", href: "/-praxis/preview.css" });
              line = element("p", "", { className: "status", hidden: true });
              line.setAttribute("role", "status");
              host.attachShadow({ mode: "open" }).append(style, line);
              document.body.append(host);
            }
            clearTimeout(line.timer);
            line.hidden = false;
            // Screen readers tell what is written into a status that is already there.
            setTimeout(() => { line.textContent = text; });
            line.timer = setTimeout(() => { line.hidden = true; }, 5000);
          };

          // A preview that was ended and begun again has another token: the page as it is now has it.
          const awaitReturn = () => {
            fetch(location.href, { method: "HEAD", cache: "no-store" }).then(reload, () => setTimeout(awaitReturn, 1000));
          };

          const listen = () => {
            if (events) return;
            const query = new URLSearchParams({
              token: source.searchParams.get("token"),
              page: source.searchParams.get("page"),
              path: location.pathname,
            });
            events = new EventSource(`/-praxis/events?${query}`);
            events.addEventListener("reload", reload);
            events.addEventListener("styles", restyle);
            events.addEventListener("problems", (event) => show(event.data));
            events.addEventListener("status", (event) => say(JSON.parse(event.data).text));
            events.addEventListener("error", () => {
              if (!events || events.readyState !== EventSource.CLOSED) return;
              events = null;
              setTimeout(awaitReturn, 1000);
            });
          };
          const rest = () => {
            if (events) events.close();
            events = null;
          };

          recall();
          // Browsers keep few connections to one place: pages that nobody looks at leave theirs to others.
          document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
          addEventListener("pagehide", rest);
          addEventListener("pageshow", () => { if (!document.hidden) listen(); });
          if (!document.hidden) listen();
        })();
        """#
}
