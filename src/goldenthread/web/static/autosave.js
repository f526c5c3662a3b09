// Keeps what is typed into a form as a draft, within two seconds; and the small comforts of a form.
const form = document.querySelector("form[data-autosave]");
const said = form?.querySelector("[data-saved]");
const REST = 800, LONGEST_WAIT = 1500, RETRY = 5000;
let timer = 0, since = 0, dirty = false, leaving = false, sending = null, again = false;

function say(words, bad = false) {
  said.textContent = words;
  said.classList.toggle("gt-saved--not", bad);
}

function typed() {
  const data = new FormData(form);
  data.delete("files");
  return new URLSearchParams([...data].filter(([, value]) => typeof value === "string"));
}

async function save() {
  clearTimeout(timer);
  timer = 0;
  if (sending) { again = true; return; }
  dirty = false;
  since = 0;
  sending = new AbortController();
  try {
    const answer = await fetch(form.dataset.autosave, {
      method: "POST", body: typed(), signal: sending.signal, redirect: "manual", credentials: "same-origin",
      headers: { Accept: "application/json" },
    });
    const told = (answer.headers.get("Content-Type") || "").includes("json") ? await answer.json() : {};
    if (told.locked) { locked(told); return; }
    if (!answer.ok || !told.saved) throw new Error("not saved");
    say(`Saved ${told.saved}`);
    resumable();
  } catch (error) {
    if (leaving) return;
    dirty = true;
    say("Not saved: trying again. Your text is still here.", true);
    timer = setTimeout(save, RETRY);
  } finally {
    sending = null;
    if (again && !leaving) { again = false; save(); }
  }
}

// Opened again, whether by hand or after the server was away, the page goes on with the draft.
function resumable() {
  const here = new URL(location.href);
  if (here.searchParams.has("draft")) return;
  here.searchParams.set("draft", form.elements.draft.value);
  history.replaceState(null, "", here);
}

function locked(told) {
  dirty = !told.draft;
  say(told.draft ? "Kept as a draft. " : "Not saved. ", true);
  const link = document.createElement("a");
  link.href = told.unlock;
  link.className = "govuk-link";
  link.textContent = "Sign in again to go on";
  said.append(link);
}

function changed() {
  dirty = true;
  since ||= Date.now();
  clearTimeout(timer);
  timer = setTimeout(save, Math.max(0, Math.min(REST, since + LONGEST_WAIT - Date.now())));
}

function grow(area) {
  if (CSS.supports("field-sizing", "content")) return;
  area.rows = Math.max(3, area.value.split("\n").length + Math.floor(area.value.length / 80));
}

function showTicked() {
  for (const part of form.querySelectorAll("[data-child]")) {
    const tick = form.querySelector(`input[name="children"][value="${part.dataset.child}"]`);
    part.hidden = Boolean(tick) && tick.type !== "hidden" && !tick.checked;
  }
}

// As GOV.UK's own, without aria-expanded, which a radio button may not have.
function showAsked() {
  for (const option of form.querySelectorAll("[data-shows]")) {
    document.getElementById(option.dataset.shows).classList.toggle("govuk-radios__conditional--hidden", !option.checked);
  }
}

if (form) {
  form.addEventListener("input", (event) => { changed(); if (event.target.matches("textarea")) grow(event.target); });
  form.addEventListener("change", () => { changed(); showTicked(); showAsked(); });
  form.addEventListener("submit", () => { leaving = true; dirty = false; clearTimeout(timer); sending?.abort(); });
  window.addEventListener("beforeunload", (event) => { if (dirty && !leaving) event.preventDefault(); });
  window.addEventListener("pagehide", () => {
    if (dirty && !leaving) navigator.sendBeacon?.(form.dataset.autosave, typed());
  });
  window.addEventListener("pageshow", () => { leaving = false; });
  for (const area of form.querySelectorAll("textarea")) grow(area);
  showTicked();
  showAsked();
}
