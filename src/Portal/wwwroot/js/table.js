// Tables, charts and maps: everything here also works by links and forms alone.

// A link or form of the table changes only the table; the address follows, and so does the back button
let busy = null;

async function show(url, focus, push) {
  const old = document.getElementById("data");
  busy?.abort();
  busy = new AbortController();
  const { signal } = busy;
  old.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(url, { signal, headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("data");
    if (!answer.ok || !fresh) {
      location.assign(url);
      return;
    }
    if (push) {
      history.pushState({ table: true }, "", answer.url);
    }
    for (const link of document.querySelectorAll(".languages a")) {
      const twin = page.querySelector(`.languages a[hreflang="${link.hreflang}"]`);
      if (twin) {
        link.href = twin.getAttribute("href");
      }
    }
    const within = old.contains(document.activeElement);
    old.replaceWith(fresh);
    begin(fresh);
    const held = fresh.querySelector(`[data-focus="${CSS.escape(focus ?? "")}"]`) ?? document.getElementById(focus ?? "") ?? (within ? fresh : null);
    if (held === fresh) {
      fresh.tabIndex = -1;
    }
    held?.focus({ preventScroll: true });
    say(`${fresh.dataset.live}. ${fresh.querySelector("#hitungan, .chart__head, [role=status], [role=alert]")?.textContent.trim() ?? ""}`);
  } catch (error) {
    if (error.name !== "AbortError") {
      location.assign(url);
    }
  } finally {
    busy = busy?.signal === signal ? null : busy;
  }
}

// Said aloud by screen readers
const voice = document.createElement("p");
voice.className = "visually-hidden";
voice.setAttribute("role", "status");
document.body.append(voice);

function say(text) {
  voice.textContent = text;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("#data a[data-live-link]");
  if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    show(link.href, link.dataset.focus, true);
  }
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest?.("#data form[data-live-form]");
  if (form) {
    event.preventDefault();
    const query = new URLSearchParams([...new FormData(form)].filter(([key, value]) => value !== "" || key === "series"));
    show(`${form.getAttribute("action")}?${query}`, document.activeElement?.id || undefined, true);
  }
});

// A choice in the builder of charts and maps draws at once
document.addEventListener("change", (event) => {
  event.target.closest?.("#data form.builder")?.requestSubmit();
});

window.addEventListener("popstate", () => {
  if (document.getElementById("data")) {
    show(location.href, undefined, false);
  }
});

// Panels close with Escape and when one clicks beside them
document.addEventListener("click", (event) => {
  for (const panel of document.querySelectorAll("details.drop[open]")) {
    if (!panel.contains(event.target)) {
      panel.open = false;
    }
  }
});
document.addEventListener("keydown", (event) => {
  const panel = event.key === "Escape" && document.querySelector("details.drop[open]");
  if (panel) {
    panel.open = false;
    panel.querySelector("summary").focus();
  }
});

// Boxes for texts offer what stands in their column
document.addEventListener("focusin", async (event) => {
  const input = event.target;
  const url = input.dataset?.values;
  if (!url || !input.list || input.list.children.length > 0) {
    return;
  }
  delete input.dataset.values;
  const answer = await fetch(url);
  if (answer.ok) {
    for (const [value] of (await answer.json()).result.records) {
      if (value) {
        const option = document.createElement("option");
        option.value = value;
        input.list.append(option);
      }
    }
  }
});

// Maps are moved and enlarged by buttons, keys, drag and wheel
function beginMap(figure) {
  for (const svg of figure.querySelectorAll("svg[data-map]")) {
    const whole = svg.viewBox.baseVal;
    const home = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
    let box = { ...home };

    const draw = () => {
      svg.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
      const part = box.width / home.width;
      svg.classList.toggle("map__svg--near", part < 1); // then a finger moves the map, not the page
      for (const circle of svg.querySelectorAll("circle[data-r]")) {
        circle.setAttribute("r", circle.dataset.r * part);
      }
      for (const name of svg.querySelectorAll(".map__name")) {
        name.setAttribute("font-size", 12 * part);
      }
      svg.querySelector(".map__bar").setAttribute("visibility", part === 1 ? "visible" : "hidden");
    };

    const zoom = (factor, x = 0.5, y = 0.5) => {
      const width = Math.min(home.width, Math.max(home.width / 64, box.width * factor));
      const height = width * home.height / home.width;
      box = { x: box.x + (box.width - width) * x, y: box.y + (box.height - height) * y, width, height };
      move(0, 0);
    };

    const move = (x, y) => {
      box.x = Math.min(home.width - box.width, Math.max(0, box.x + x));
      box.y = Math.min(home.height - box.height, Math.max(0, box.y + y));
      draw();
    };

    const buttons = document.createElement("div");
    buttons.className = "map__buttons";
    for (const [sign, label, action] of [
      ["+", figure.dataset.zoomIn, () => zoom(0.5)], ["−", figure.dataset.zoomOut, () => zoom(2)], ["⤢", figure.dataset.zoomAll, () => { box = { ...home }; draw(); }],
    ]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = sign;
      button.setAttribute("aria-label", label);
      button.addEventListener("click", action);
      buttons.append(button);
    }
    const frame = document.createElement("div");
    frame.className = `map__frame ${svg.classList.contains("map__svg--s") ? "map__frame--s" : "map__frame--l"}`;
    svg.replaceWith(frame);
    frame.append(svg, buttons);
    svg.setAttribute("tabindex", "0");
    svg.addEventListener("keydown", (event) => {
      const step = box.width / 8;
      const action = {
        "+": () => zoom(0.5), "=": () => zoom(0.5), "-": () => zoom(2), 0: () => { box = { ...home }; draw(); },
        ArrowLeft: () => move(-step, 0), ArrowRight: () => move(step, 0), ArrowUp: () => move(0, -step), ArrowDown: () => move(0, step),
      }[event.key];
      if (action && event.target === svg && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        action();
      }
    });
    svg.addEventListener("wheel", (event) => {
      if (event.ctrlKey || box.width < home.width) {
        event.preventDefault();
        const place = svg.getBoundingClientRect();
        zoom(event.deltaY > 0 ? 1.25 : 0.8, (event.clientX - place.left) / place.width, (event.clientY - place.top) / place.height);
      }
    }, { passive: false });

    let from = null;
    let dragged = false;
    svg.addEventListener("pointerdown", (event) => {
      from = { x: event.clientX, y: event.clientY };
      dragged = false;
    });
    svg.addEventListener("pointermove", (event) => {
      if (from && event.buttons === 1 && box.width < home.width) {
        const part = box.width / svg.getBoundingClientRect().width;
        dragged ||= Math.hypot(event.clientX - from.x, event.clientY - from.y) > 4;
        if (dragged) {
          move((from.x - event.clientX) * part, (from.y - event.clientY) * part);
          from = { x: event.clientX, y: event.clientY };
        }
      }
    });
    svg.addEventListener("pointerup", () => { from = null; });
    svg.addEventListener("pointercancel", () => { from = null; });
    svg.addEventListener("dragstart", (event) => event.preventDefault());
    svg.addEventListener("click", (event) => {
      if (dragged) {
        event.preventDefault();
        dragged = false;
      }
    }, true);
  }
}

function begin(root) {
  root.querySelectorAll("figure.map").forEach(beginMap);
}

begin(document);

// While a file is being loaded the page looks again now and then
const loading = document.querySelector("[data-reload]");
if (loading) {
  // Looking again must neither hold up somebody who goes to another page nor take away what somebody is about to do
  let leaving = 0;
  addEventListener("beforeunload", () => { leaving = Date.now(); });
  const isChanged = (control) => control.matches("select")
    ? [...control.options].some((option) => option.selected !== option.defaultSelected) && control.selectedIndex > 0
    : control.type === "checkbox" || control.type === "radio" ? control.checked !== control.defaultChecked : control.value !== control.defaultValue;
  const isFree = () => Date.now() - leaving > 10_000 && !busy && !document.activeElement?.matches("input, select, textarea")
    && !document.querySelector("details.drop[open]") && ![...document.querySelectorAll("input:not([type=hidden]), select, textarea")].some(isChanged);
  const again = async () => {
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      const fresh = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-reload]") : undefined;
      if (fresh === null && isFree()) {
        location.reload();
        return;
      }
      if (fresh) {
        document.querySelector("[data-reload]").replaceChildren(...fresh.childNodes);
      }
    } catch {
      // The server will be there again; the next round asks it
    }
    setTimeout(again, loading.dataset.reload * 1000);
  };
  setTimeout(again, loading.dataset.reload * 1000);
}
