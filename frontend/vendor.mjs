// Compiles the look of the site into src/sufficiency/web/ui/static/vendor/, which git ignores and the wheel ships.
// Left out on purpose: the crest and GOV.UK's icons (not ours to use), fonts, source maps.

import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "../src/sufficiency/web/ui/static/vendor");
const script = join(here, "node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js");

// A file that points at another which is not there stops the collecting of static files.
const withoutSourceMap = (text) => text.replace(/\/[/*]# sourceMappingURL=\S+( \*\/)?/g, "");
const documentIcon = /background-image:url\([^)]*icon-document\.svg\);?/g; // a part of the timeline not used here
const pointer = /url\((?!["']?data:)[^)]*\)/;

function stylesheet() {
  const { css } = compile(join(here, "site.scss"), { style: "compressed", loadPaths: [here], charset: false, quietDeps: true });
  const clean = withoutSourceMap(css).replace(documentIcon, "");
  const left = clean.match(pointer);
  if (left) throw new Error(`The stylesheet points at ${left[0]}: leave the part that does out of site.scss.`);
  return clean;
}

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
await writeFile(join(target, "look.css"), stylesheet());
await writeFile(join(target, "govuk-frontend.js"), withoutSourceMap(await readFile(script, "utf8")));
await copyFile(join(here, "NOTICE.txt"), join(target, "NOTICE.txt"));
