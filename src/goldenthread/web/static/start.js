// Starts the components of the GOV.UK and MoJ design systems. Everything but autosave works without it.
import { initAll as govuk } from "./vendor/govuk-frontend.js";
import { initAll as moj } from "./vendor/moj-frontend.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
govuk();
moj();
