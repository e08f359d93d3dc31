// The link to what a widget shows: copied where the browser lets us, offered as text where it does not.

const SAID_MS = 2000;

/** @param {HTMLAnchorElement} link */
export async function copy(link) {
  try {
    await navigator.clipboard.writeText(link.href);
    link.textContent = "Copied";
    setTimeout(() => (link.textContent = "Link"), SAID_MS);
  } catch {
    offer(link);
  }
}

/** The address in a field, selected: one key copies it. @param {HTMLAnchorElement} link */
function offer(link) {
  const field = document.createElement("input");
  field.className = "widget-address";
  field.readOnly = true;
  field.value = link.href;
  field.ariaLabel = "The link to what you see; copy it from here";
  field.addEventListener("blur", () => field.replaceWith(link), { once: true });
  link.replaceWith(field);
  field.focus();
  field.select();
}
