/// Keeps a page fresh without reloading it: fetches its own main part and changes what differs, node by node, so that the
/// focus, open details, the place scrolled to and half-typed words stay. Stops while nobody looks. Without it every page
/// works all the same: all that can be done is a link or a form.
enum Script {
    static let text = #"""
        "use strict";
        (() => {
          const banner = document.getElementById("banner");
          const main = () => document.getElementById("main");
          let since = null;
          let timer = 0;

          const same = (old, now) => old.nodeType === now.nodeType && old.nodeName === now.nodeName
            && (old.id || "") === (now.id || "");
          const touched = (node) => node === document.activeElement || node.value !== node.defaultValue;

          function attributes(old, now) {
            for (const { name } of [...old.attributes]) {
              if (!now.hasAttribute(name) && !(name === "open" && old.nodeName === "DETAILS")) old.removeAttribute(name);
            }
            for (const { name, value } of [...now.attributes]) {
              if (old.getAttribute(name) !== value) old.setAttribute(name, value);
            }
          }

          function change(old, now) {
            if (old.nodeType !== Node.ELEMENT_NODE) {
              if (old.data !== now.data) old.data = now.data;
              return;
            }
            if (old.nodeName === "SELECT" && old === document.activeElement) return;
            if (old.nodeName === "INPUT" && touched(old)) return;
            if (old.isEqualNode(now)) return;
            attributes(old, now);
            children(old, now);
          }

          function children(old, now) {
            const byId = new Map([...old.children].filter((child) => child.id).map((child) => [child.id, child]));
            let place = old.firstChild;
            for (const wanted of [...now.childNodes]) {
              const known = wanted.id && byId.get(wanted.id);
              if (known && known !== place && known.nodeName === wanted.nodeName) old.insertBefore(known, place);
              const here = known && known.nodeName === wanted.nodeName ? known : place;
              if (here && same(here, wanted)) {
                change(here, wanted);
                place = here.nextSibling;
              } else {
                old.insertBefore(document.importNode(wanted, true), place);
              }
            }
            while (place) {
              const next = place.nextSibling;
              place.remove();
              place = next;
            }
          }

          function found() {
            since = null;
            banner.hidden = true;
            banner.replaceChildren();
          }

          function lost() {
            if (since) return;
            since = new Date();
            const line = document.createElement("p");
            line.textContent = `${banner.dataset.lost} ${since.toLocaleTimeString(document.documentElement.lang)}`;
            banner.replaceChildren(line);
            banner.hidden = false;
          }

          async function look() {
            try {
              const answer = await fetch(location.href, {
                headers: { "X-Part": "main" }, cache: "no-store", redirect: "error", signal: AbortSignal.timeout(15000),
              });
              if (answer.status === 401) {
                return location.assign("/sign-in?to=" + encodeURIComponent(location.pathname + location.search));
              }
              const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("main");
              if (!fresh) throw new Error("no main part");
              change(main(), fresh);
              // The session may be another by now: signed in anew, or the program restarted.
              for (const field of document.querySelectorAll("input[name=token]")) field.value = fresh.dataset.token;
              document.title = `${fresh.dataset.title} · Passerelle`;
              found();
            } catch {
              lost();
            }
            wait();
          }

          function wait() {
            clearTimeout(timer);
            const pause = Number(main()?.dataset.live);
            if (pause && banner && !document.hidden) timer = setTimeout(look, pause);
          }

          document.addEventListener("visibilitychange", () => {
            clearTimeout(timer);
            if (!document.hidden && main()?.dataset.live && banner) look();
          });
          wait();
        })();
        """#
}
