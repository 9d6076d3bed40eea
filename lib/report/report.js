"use strict";
for (const specification of document.querySelectorAll("script.specification")) {
    const chart = document.getElementById(specification.dataset.chart);
    const { spec } = vegaLite.compile(JSON.parse(specification.textContent));
    new vega.View(vega.parse(spec), { renderer: "svg", container: chart }).runAsync().then(() => {
        chart.querySelector("svg").setAttribute("aria-hidden", "true"); // its text says the same
        chart.setAttribute("role", "img");
        chart.setAttribute("aria-labelledby", chart.id + "-text");
        for (const details of chart.parentElement.querySelectorAll("details"))
            details.open = false;
    });
}
