// Small comforts; every page works without them.
document.documentElement.classList.add("js");

// A choice in the sort list takes effect at once
for (const form of document.querySelectorAll("form[data-autosubmit]")) {
  form.addEventListener("change", () => form.requestSubmit());
}

// The phone menu closes with Escape and when one clicks beside it
for (const menu of document.querySelectorAll("details[data-menu]")) {
  document.addEventListener("click", (event) => {
    if (menu.open && !menu.contains(event.target)) {
      menu.open = false;
    }
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}

// Long lists get a box that narrows them while one types
for (const list of document.querySelectorAll("[data-narrow]")) {
  if (list.children.length < 8) {
    continue;
  }
  const label = document.createElement("label");
  label.className = "field";
  const text = document.createElement("span");
  text.className = "label";
  text.textContent = list.dataset.narrow;
  const input = document.createElement("input");
  input.type = "search";
  input.className = "narrow";
  input.autocomplete = "off";
  label.append(text, input);
  list.before(label);
  input.addEventListener("input", () => {
    const words = input.value.toLocaleLowerCase().split(/\s+/);
    for (const item of list.children) {
      const content = item.textContent.toLocaleLowerCase();
      item.hidden = !words.every((word) => content.includes(word));
    }
  });
}

// A field that is made from another one follows it until someone writes in it
for (const field of document.querySelectorAll("input[data-slug-of]")) {
  const source = document.getElementById(field.dataset.slugOf);
  let follows = field.value === "";
  field.addEventListener("input", () => { follows = field.value === ""; });
  source?.addEventListener("input", () => {
    if (follows) {
      field.value = source.value.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
        .replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 100);
    }
  });
}

// The summary of errors is read out first
document.querySelector("[data-errors]")?.focus();

// What is to be copied can be copied by one press
for (const source of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) {
    break;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--small";
  button.textContent = source.dataset.copy;
  source.after(button);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.textContent);
    button.textContent = source.dataset.copied;
  });
}

// A long upload is sent once, and says that it is on its way
for (const form of document.querySelectorAll("form[data-upload]")) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button[type=submit]");
    button.textContent = form.dataset.upload;
    button.setAttribute("aria-busy", "true");
    setTimeout(() => { button.disabled = true; });
  });
}
