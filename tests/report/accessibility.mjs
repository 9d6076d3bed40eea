// Looks at a report with axe-core in headless Chromium, on the screen and as printed.
// Usage: node accessibility.mjs REPORT.html [CHROMIUM]; playwright-core and axe-core are found as Node
// finds them (tests/report/run installs them). Exit status 1 when anything is found.
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.cwd()}/`);
const { chromium } = require("playwright-core");
const [report, executablePath = "/usr/bin/chromium"] = process.argv.slice(2);

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
let found = 0;
const tell = (text) => {
    ++found;
    console.log(text);
};

for (const [media, javaScriptEnabled] of [["screen", true], ["print", true], ["screen", false]]) {
    const context = await browser.newContext({ javaScriptEnabled, bypassCSP: true });
    const page = await context.newPage();
    page.on("request", (request) => {
        if (!request.url().startsWith("file:"))
            tell(`asks for ${request.url()}`);
    });
    page.on("pageerror", (error) => tell(`error in the page: ${error.message}`));
    await page.emulateMedia({ media });
    await page.goto(pathToFileURL(resolve(report)).href);
    if (!javaScriptEnabled) {
        const tables = await page.locator("details table").count();
        const visible = await page.locator("details[open] table").count();
        if (tables === 0 || tables !== visible)
            tell("without scripts the data of charts is not to be seen");
        await context.close();
        continue;
    }
    const charts = await page.locator(".chart").count();
    await page.waitForFunction((number) =>
        document.querySelectorAll(".chart[role=img] svg").length === number, charts);
    await page.addScriptTag({ path: require.resolve("axe-core/axe.min.js") });
    const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
    for (const violation of violations)
        tell(`${media}: ${violation.id}: ${violation.help}\n    ` +
             violation.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join("\n    "));
    console.log(`${media}: ${charts} charts drawn, ${violations.length} kinds of violation`);
    await context.close();
}
await browser.close();
process.exit(found === 0 ? 0 : 1);
